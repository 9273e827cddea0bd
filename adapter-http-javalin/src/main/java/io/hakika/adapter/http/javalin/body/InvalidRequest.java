package io.hakika.adapter.http.javalin.body;

import java.io.Serial;
import java.util.List;

/** A request that cannot be understood. Its message repeats nothing that a stranger wrote. */
public final class InvalidRequest extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  /** A small body can hold thousands of faults; the answer must not be many times as large. */
  private static final int MOST_NAMED = 100;

  private final transient List<FieldError> errors;

  /** A request whose whole form is wrong, so that no field can be named. */
  public InvalidRequest(String message) {
    super(message);
    this.errors = List.of();
  }

  /** A request with faulty fields. */
  public InvalidRequest(List<FieldError> errors) {
    super(
        errors.size() == 1
            ? "One field cannot be accepted."
            : errors.size() + " fields cannot be accepted.");
    this.errors = List.copyOf(errors.subList(0, Math.min(MOST_NAMED, errors.size())));
  }

  /** The faulty fields, at most a hundred of them; empty where the whole form is wrong. */
  public List<FieldError> errors() {
    return errors;
  }
}
