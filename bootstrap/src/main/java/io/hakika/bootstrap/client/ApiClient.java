package io.hakika.bootstrap.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A client of the HTTP API. Safe for use by many threads.
 *
 * <p>An answer of any status is a {@link Reply}; that nothing answers is an {@link
 * UncheckedIOException}.
 */
public final class ApiClient {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(30);
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  private final URI base;
  private final @Nullable String key;

  /**
   * A client of the service at {@code base}.
   *
   * @param base without a slash at its end
   * @param key the secret to show; null: none
   */
  public ApiClient(URI base, @Nullable String key) {
    this.base = base;
    this.key = key;
  }

  /** Where the service is. */
  public URI base() {
    return base;
  }

  public Reply get(String path) {
    return send(request(path).GET());
  }

  /** Sends {@code body} as JSON. */
  public Reply post(String path, JsonNode body) {
    return send(json(path, body));
  }

  /** The same under an idempotency key. */
  public Reply post(String path, JsonNode body, String idempotencyKey) {
    return send(json(path, body).header("Idempotency-Key", idempotencyKey));
  }

  private HttpRequest.Builder json(String path, JsonNode body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER);
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  private Reply send(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofByteArray());
      return new Reply(answer.statusCode(), tree(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException("nothing answers at " + base, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + base, e);
    }
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }

  /**
   * What the service answered.
   *
   * @param body a missing node where it is no JSON
   */
  public record Reply(int status, JsonNode body) {

    public boolean ok() {
      return status >= 200 && status < 300;
    }

    /** The words of a problem, or the status where there are none. */
    public String problem() {
      return body.path("detail").asString(body.path("title").asString("HTTP " + status));
    }
  }
}
