package io.hakika.adapter.http.javalin.body;

import java.io.Serial;
import java.util.List;

/** A request that cannot be understood. Its message repeats nothing that a stranger wrote. */
public final class InvalidRequest extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient List<FieldError> errors;

  /** A request whose whole form is wrong, so that no field can be named. */
  public InvalidRequest(String message) {
    super(message);
    this.errors = List.of();
  }

  /** A request with faulty fields, all of them. */
  public InvalidRequest(List<FieldError> errors) {
    super(
        errors.size() == 1
            ? "One field cannot be accepted."
            : errors.size() + " fields cannot be accepted.");
    this.errors = List.copyOf(errors);
  }

  /** The faulty fields; empty where the whole form is wrong. */
  public List<FieldError> errors() {
    return errors;
  }
}
