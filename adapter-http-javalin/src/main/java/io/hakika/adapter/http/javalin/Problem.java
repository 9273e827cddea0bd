package io.hakika.adapter.http.javalin;

import io.hakika.adapter.http.javalin.body.FieldError;
import io.hakika.adapter.http.javalin.body.Json;
import io.hakika.adapter.http.javalin.body.ProblemBody;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a request is not done, thrown where that is found out. It is an answer, not a fault, so it
 * has no stack trace. Its detail repeats nothing that a stranger wrote.
 */
final class Problem extends RuntimeException {

  static final String CONTENT_TYPE = "application/problem+json";

  @Serial private static final long serialVersionUID = 1;

  private final ProblemCode code;
  private final int status;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> more = new LinkedHashMap<>();
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  private Problem(ProblemCode code, int status, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.code = code;
    this.status = status;
    this.errors = errors;
  }

  static Problem of(ProblemCode code, String detail) {
    return new Problem(code, code.status(), detail, List.of());
  }

  static Problem invalid(String detail, List<FieldError> errors) {
    var code = ProblemCode.INVALID_REQUEST;
    return new Problem(code, code.status(), detail, errors);
  }

  /** A refusal of the server's own; a status that has no code of ours keeps its number. */
  static Problem ofServer(int status) {
    var code = ProblemCode.ofServer(status);
    return new Problem(code, status, code.title() + ".", List.of());
  }

  static Problem noSuchPayment() {
    return of(ProblemCode.PAYMENT_NOT_FOUND, "There is no payment of that id.");
  }

  /** The service cannot do it now; nothing was done, and it may be tried again. */
  static Problem unavailable(String detail) {
    return of(ProblemCode.UNAVAILABLE, detail).header("Retry-After", "5");
  }

  /** This problem, with a member of its own. */
  Problem with(String name, Object value) {
    more.put(name, value);
    return this;
  }

  /** This problem, with a header. */
  Problem header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** This problem, which goes away at {@code until}: whole seconds from {@code now}, at least 1. */
  Problem retryAt(Instant until, Instant now) {
    var wait = Duration.between(now, until).plusSeconds(1).minusNanos(1).toSeconds();
    return header("Retry-After", Long.toString(Math.max(1, wait)));
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body(String requestId) {
    return Json.write(
        new ProblemBody(
            code.type(), code.title(), status, getMessage(), code.code(), requestId, errors, more));
  }
}
