package io.hakika.adapter.http.javalin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One request over a connection of its own, said as a well-behaved client would say it. */
final class Call {

  private final int port;
  private final String method;
  private final String path;
  private final List<String> headers = new ArrayList<>();
  private byte[] body = {};

  Call(int port, String method, String path) {
    this.port = port;
    this.method = method;
    this.path = path;
  }

  Call as(String secret) {
    return header("Authorization", "Bearer " + secret);
  }

  Call header(String name, String value) {
    headers.add(name + ": " + value);
    return this;
  }

  Call json(String text) {
    return header("Content-Type", "application/json").body(text.getBytes(StandardCharsets.UTF_8));
  }

  Call body(byte[] bytes) {
    this.body = bytes.clone();
    return this;
  }

  Response answer() {
    try (var wire = Wire.to(port)) {
      wire.send(head()).send(body);
      return method.equals("HEAD") ? wire.answerToHead() : wire.answer();
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " got no answer", e);
    }
  }

  private String head() {
    var lines = new ArrayList<String>();
    lines.add(method + " " + path + " HTTP/1.1");
    lines.add("Host: localhost");
    lines.add("Connection: close");
    lines.addAll(headers);
    if (body.length > 0 || method.equals("POST")) {
      lines.add("Content-Length: " + body.length);
    }
    return String.join("\n", lines) + "\n\n";
  }
}
