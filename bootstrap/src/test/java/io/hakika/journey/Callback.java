package io.hakika.journey;

import io.hakika.adapter.daraja.simulator.PushRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Posts to the callback address of one push, as anybody could who knew it. */
final class Callback {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI address;

  private Callback(URI address) {
    this.address = address;
  }

  static Callback to(PushRequest push) {
    return new Callback(push.callbackUrl());
  }

  static Callback to(URI address) {
    return new Callback(address);
  }

  /** Sends it, and returns the status of the answer. */
  int send(String body) {
    return send(body.getBytes(StandardCharsets.UTF_8));
  }

  int send(byte[] body) {
    try {
      return HTTP.send(request(body), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  CompletableFuture<Integer> sendSoon(String body) {
    return HTTP.sendAsync(request(body.getBytes(StandardCharsets.UTF_8)), BodyHandlers.discarding())
        .thenApply(answer -> answer.statusCode());
  }

  private HttpRequest request(byte[] body) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }
}
