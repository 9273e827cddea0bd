package io.hakika.adapter.http.javalin;

import java.util.Locale;

/** The kinds of problem, each with its HTTP status and its title. Names are published. */
enum ProblemCode {
  INVALID_REQUEST(400, "The request cannot be understood"),
  UNAUTHORIZED(401, "A valid API key is required"),
  FORBIDDEN(403, "This is not allowed"),
  NOT_FOUND(404, "There is nothing here"),
  PAYMENT_NOT_FOUND(404, "There is no such payment"),
  METHOD_NOT_ALLOWED(405, "This method does not work here"),
  REQUEST_TIMEOUT(408, "The request took too long to arrive"),
  ORDER_IN_PROGRESS(409, "The order has an open payment"),
  ORDER_ALREADY_PAID(409, "The order is paid"),
  PROMPT_IN_PROGRESS(409, "The phone has an open prompt"),
  NOT_REVIEWABLE(409, "The payment is in no state for this decision"),
  RECEIPT_TAKEN(409, "Another payment has this receipt"),
  NOT_QUERYABLE(409, "Daraja cannot be asked about this payment"),
  VERSION_CONFLICT(409, "The payment has changed"),
  TOO_LARGE(413, "The request is too large"),
  URI_TOO_LONG(414, "The address is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body has the wrong type"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request"),
  RATE_LIMITED(429, "Too many requests"),
  PHONE_LIMIT(429, "The phone had all its prompts for a day"),
  TOO_SOON(429, "Daraja was asked a moment ago"),
  HEADERS_TOO_LARGE(431, "The headers are too large"),
  INTERNAL_ERROR(500, "Something is broken here"),
  UNAVAILABLE(503, "The service cannot do this now");

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** The published spelling. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A name for the kind of problem that is a URI, as RFC 9457 asks for; nothing is served there.
   */
  String type() {
    return "urn:hakika:problem:" + code();
  }

  /** The code for a status that the server chose by itself, before any route was asked. */
  static ProblemCode ofServer(int status) {
    return switch (status) {
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 408 -> REQUEST_TIMEOUT;
      case 413 -> TOO_LARGE;
      case 414 -> URI_TOO_LONG;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 431 -> HEADERS_TOO_LARGE;
      case 500 -> INTERNAL_ERROR;
      case 503 -> UNAVAILABLE;
      default -> INVALID_REQUEST;
    };
  }
}
