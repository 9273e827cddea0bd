package io.hakika.adapter.daraja.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came.
 *
 * @param method the method
 * @param path the path, never with the query
 * @param query the raw query, null if there was none
 * @param authorization the header, empty if there was none
 * @param contentType the header, empty if there was none
 * @param body at most one byte more than is allowed
 */
record Incoming(
    String method,
    String path,
    @Nullable String query,
    String authorization,
    String contentType,
    byte[] body) {

  private static final int MOST_BYTES = 65_536;

  /** Reads a request, its body no further than is allowed. */
  static Incoming read(HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    return new Incoming(
        exchange.getRequestMethod(),
        uri.getPath(),
        uri.getRawQuery(),
        header(exchange, "Authorization"),
        header(exchange, "Content-Type"),
        exchange.getRequestBody().readNBytes(MOST_BYTES + 1));
  }

  boolean isTooLong() {
    return body.length > MOST_BYTES;
  }

  boolean isJson() {
    return contentType.toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  /** What follows {@code scheme} in the Authorization header. */
  Optional<String> credentials(String scheme) {
    var start = scheme + " ";
    return authorization.regionMatches(true, 0, start, 0, start.length())
        ? Optional.of(authorization.substring(start.length()).strip())
        : Optional.empty();
  }

  private static String header(HttpExchange exchange, String name) {
    var value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  /** Shows method and path alone. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
