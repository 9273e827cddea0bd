package io.hakika.adapter.http.javalin;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what Jetty refuses by itself, before any route is asked, like every other problem. */
final class ProblemErrorHandler extends ErrorHandler {

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      @Nullable Throwable cause,
      Callback callback) {
    var stopping = request.getConnectionMetaData().getConnector().getServer().isStopping();
    var problem = stopping && status >= 500 ? cutOff() : problem(status);
    var sent = request.getHeaders();
    var id = RequestId.choose(sent.get(RequestId.HEADER), sent.get(RequestId.PROXIES));
    response.setStatus(problem.status());
    var headers = response.getHeaders();
    headers.put(RequestId.HEADER, id);
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
    problem.headers().forEach(headers::put);
    RequestLog.logRefused(problem.status(), id);
    response.write(true, ByteBuffer.wrap(problem.body(id)), callback);
  }

  /** The time for the stop ran out, while nobody knows how far the request had come. */
  private static Problem cutOff() {
    return Problem.unavailable(
        "The service stopped before it had an answer. Ask it later what became of this.");
  }

  private static Problem problem(int status) {
    return switch (status) {
      // A version or a feature that the client chose is the client's mistake.
      case 501, 505 ->
          Problem.of(ProblemCode.INVALID_REQUEST, "This is not HTTP/1.1 as spoken here.");
      default -> Problem.ofServer(status);
    };
  }
}
