package io.hakika.adapter.daraja.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The merchant's side of a callback: a server that keeps what comes and answers as it is told. */
final class Shop implements AutoCloseable {

  /** A callback as it came. */
  record Came(String path, String contentType, String shortCode, String body) {

    JsonNode callback() {
      return Json.read(body).path("Body").path("stkCallback");
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Came> came = new CopyOnWriteArrayList<>();
  private final Function<Came, Integer> status;

  private Shop(HttpServer server, Function<Came, Integer> status) {
    this.server = server;
    this.status = status;
  }

  /** A shop that takes every callback. */
  static Shop open() {
    return answering(callback -> 200);
  }

  /** A shop that answers with this status. */
  static Shop answering(Function<Came, Integer> status) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var shop = new Shop(HttpServer.create(address, 500), status);
      shop.server.setExecutor(shop.threads);
      shop.server.createContext("/", shop::take);
      shop.server.start();
      return shop;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/callbacks/stk/abc");
  }

  List<Came> came() {
    return List.copyOf(came);
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = exchange.getRequestHeaders();
    var callback =
        new Came(
            exchange.getRequestURI().getPath(),
            String.valueOf(headers.getFirst("Content-Type")),
            String.valueOf(headers.getFirst("Businessshortcode")),
            body);
    came.add(callback);
    var answer = "{\"ResultCode\":0}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Location", "/elsewhere");
    exchange.sendResponseHeaders(status.apply(callback), answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
