package io.hakika.adapter.http.javalin;

import io.javalin.http.Context;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request, without anything that a stranger wrote: the route's template instead
 * of the address, no query, no unknown method.
 */
final class RequestLog {

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

  private RequestLog() {}

  static void log(Context ctx, float milliseconds) {
    var endpoint = ctx.endpoints().lastHttpEndpoint();
    var route = endpoint == null ? "-" : endpoint.path;
    var key = Objects.requireNonNullElse(Gate.keyName(ctx), "-");
    var line = "{} {} {} {} ms {} {}";
    Object[] words = {
      endpoint == null ? "-" : endpoint.method,
      route,
      ctx.statusCode(),
      Math.round(milliseconds),
      RequestId.of(ctx),
      key
    };
    if (route.startsWith("/health/")) {
      LOG.debug(line, words);
    } else {
      LOG.info(line, words);
    }
  }

  /** A request that the server refused before any route saw it. */
  static void logRefused(int status, String requestId) {
    LOG.info("- - {} - {} -", status, requestId);
  }
}
