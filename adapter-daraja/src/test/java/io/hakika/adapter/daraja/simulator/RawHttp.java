package io.hakika.adapter.daraja.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One HTTP exchange on a socket of its own, told byte by byte. */
final class RawHttp {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([0-9]{3})");
  private static final Pattern LENGTH = Pattern.compile("(?im)^Content-length: ([0-9]+)");

  /** What came back: everything until the server closed, or until nothing came any more. */
  record Response(String text, boolean timedOut) {

    int status() {
      var matcher = STATUS.matcher(text);
      return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    String body() {
      var gap = text.indexOf("\r\n\r\n");
      return gap < 0 ? "" : text.substring(gap + 4);
    }

    String headers() {
      var gap = text.indexOf("\r\n\r\n");
      return gap < 0 ? text : text.substring(0, gap);
    }

    /** Whether the body is as long as its header said. */
    boolean isWhole() {
      var matcher = LENGTH.matcher(headers());
      return matcher.find()
          && body().getBytes(StandardCharsets.UTF_8).length == Integer.parseInt(matcher.group(1));
    }

    JsonNode json() {
      return Json.read(body());
    }
  }

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final URI base;
  private final Duration patience;

  RawHttp(URI base) {
    this(base, LONGEST);
  }

  /**
   * A client of the server at {@code base}.
   *
   * @param patience how long it waits for the next byte, once there was one
   */
  RawHttp(URI base, Duration patience) {
    this.base = base;
    this.patience = patience;
  }

  Response get(String target, Map<String, String> headers) {
    return send("GET", target, headers, "");
  }

  Response post(String target, Map<String, String> headers, String body) {
    return send("POST", target, headers, body);
  }

  Response send(String method, String target, Map<String, String> headers, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var all = new LinkedHashMap<>(headers);
    all.put("Host", base.getAuthority());
    all.put("Connection", "close");
    all.put("Content-Length", Integer.toString(bytes.length));
    var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout((int) LONGEST.toMillis());
      var out = socket.getOutputStream();
      out.write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
      out.flush();
      return read(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response read(Socket socket) throws IOException {
    var in = socket.getInputStream();
    var bytes = new ByteArrayOutputStream();
    var buffer = new byte[4096];
    try {
      for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes.write(buffer, 0, count);
        socket.setSoTimeout((int) patience.toMillis());
      }
      return new Response(bytes.toString(StandardCharsets.UTF_8), false);
    } catch (SocketTimeoutException e) {
      return new Response(bytes.toString(StandardCharsets.UTF_8), true);
    }
  }
}
