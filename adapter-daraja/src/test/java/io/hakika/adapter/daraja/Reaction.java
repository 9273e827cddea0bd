package io.hakika.adapter.daraja;

import io.hakika.adapter.daraja.WireServer.Request;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** What a {@link WireServer} does about a request. */
@FunctionalInterface
interface Reaction {

  Charset UTF_8 = StandardCharsets.UTF_8;

  /** Reacts; false if the connection is to be closed then. */
  boolean to(Request request, Line line) throws IOException;

  /** A whole answer of JSON. */
  static Reaction json(int status, String body) {
    return answer(status, "Content-Type: application/json\r\n", body.getBytes(UTF_8));
  }

  /** A whole answer with these header lines, each of which ends in CR LF. */
  static Reaction answer(int status, String headers, byte[] body) {
    return (request, line) -> {
      line.write(head(status, headers, body.length));
      line.write(body);
      return true;
    };
  }

  /** A whole answer whose length is not announced. */
  static Reaction chunked(String body) {
    var size = Integer.toHexString(body.length());
    return (request, line) -> {
      line.write("HTTP/1.1 200 Whatever\r\nTransfer-Encoding: chunked\r\n\r\n");
      line.write(size + "\r\n" + body + "\r\n0\r\n\r\n");
      return true;
    };
  }

  static Reaction token(String token) {
    return json(200, "{\"access_token\":\"" + token + "\",\"expires_in\":\"3599\"}");
  }

  /** These bytes and then the end of the connection. */
  static Reaction bytes(String bytes) {
    return (request, line) -> {
      line.write(bytes);
      return false;
    };
  }

  /** The end of the connection instead of an answer. */
  static Reaction hangUp() {
    return (request, line) -> false;
  }

  /** The beginning of an answer, and then nothing. */
  static Reaction stallAfter(String bytes) {
    return (request, line) -> {
      line.write(bytes);
      line.stall();
      return false;
    };
  }

  /** An answer that comes a byte at a time and never ends in time. */
  static Reaction dribble(String bytes) {
    return (request, line) -> {
      for (var i = 0; i < bytes.length() && line.pause(); i++) {
        line.write(bytes.substring(i, i + 1));
      }
      line.stall();
      return false;
    };
  }

  /** This reaction, but not before {@code opened}. */
  default Reaction once(CountDownLatch opened) {
    return (request, line) -> {
      try {
        opened.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return to(request, line);
    };
  }

  static String head(int status, String headers, int length) {
    return "HTTP/1.1 "
        + status
        + " Whatever\r\n"
        + headers
        + "Content-Length: "
        + length
        + "\r\n\r\n";
  }
}
