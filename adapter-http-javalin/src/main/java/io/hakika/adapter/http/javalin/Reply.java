package io.hakika.adapter.http.javalin;

import io.hakika.adapter.http.javalin.body.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer, before it is written: whatever computes one knows nothing of the server. */
final class Reply {

  private final int status;
  private final @Nullable String contentType;
  private final byte[] body;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Reply(int status, @Nullable String contentType, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
  }

  /** An answer with a body of JSON. */
  static Reply json(int status, Object body) {
    return new Reply(status, "application/json", Json.write(body));
  }

  /** An answer without a body. */
  static Reply empty(int status) {
    return new Reply(status, null, new byte[0]);
  }

  static Reply problem(Problem problem, String requestId) {
    var reply = new Reply(problem.status(), Problem.CONTENT_TYPE, problem.body(requestId));
    reply.headers.putAll(problem.headers());
    return reply;
  }

  Reply header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  int status() {
    return status;
  }

  /** Null where there is no body. */
  @Nullable String contentType() {
    return contentType;
  }

  byte[] body() {
    return body;
  }

  Map<String, String> headers() {
    return headers;
  }
}
