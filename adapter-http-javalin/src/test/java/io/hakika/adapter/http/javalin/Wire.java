package io.hakika.adapter.http.javalin;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A bare socket that says exactly what a test wants, however wrong, and reads HTTP answers. */
final class Wire implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;

  private final Socket socket;

  private Wire(Socket socket) {
    this.socket = socket;
  }

  static Wire to(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    return new Wire(socket);
  }

  /** Sends text in which lines end as HTTP wants them. */
  Wire send(String text) throws IOException {
    return send(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  Wire send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** The next answer to anything but HEAD. */
  Response answer() throws IOException {
    var in = socket.getInputStream();
    var status = Integer.parseInt(line(in).split(" ")[1]);
    var headers = headers(in);
    return new Response(status, headers, body(in, status, headers));
  }

  /** The status of an answer that only says to go on. */
  int interim() throws IOException {
    var in = socket.getInputStream();
    var status = Integer.parseInt(line(in).split(" ")[1]);
    headers(in);
    return status;
  }

  /** The next answer to HEAD, which has no body. */
  Response answerToHead() throws IOException {
    var in = socket.getInputStream();
    var status = Integer.parseInt(line(in).split(" ")[1]);
    return new Response(status, headers(in), new byte[0]);
  }

  /** Whether some of an answer is there. */
  boolean hasAnswer() throws IOException {
    return socket.getInputStream().available() > 0;
  }

  /** Whether the server has ended the connection; waits for a byte or the end. */
  boolean isOver() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  private static Map<String, List<String>> headers(InputStream in) throws IOException {
    var headers = new HashMap<String, List<String>>();
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      var colon = line.indexOf(':');
      var name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers
          .computeIfAbsent(name, unseen -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  private static byte[] body(InputStream in, int status, Map<String, List<String>> headers)
      throws IOException {
    if (status == 204 || status == 304) {
      return new byte[0];
    }
    if (headers.containsKey("content-length")) {
      return in.readNBytes(Integer.parseInt(headers.get("content-length").get(0)));
    }
    var body = new ByteArrayOutputStream();
    if (!headers.containsKey("transfer-encoding")) {
      in.transferTo(body);
      return body.toByteArray();
    }
    for (var size = chunk(in); size > 0; size = chunk(in)) {
      body.write(in.readNBytes(size));
      line(in);
    }
    line(in);
    return body.toByteArray();
  }

  private static int chunk(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (var b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the server ended the connection after " + line);
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
