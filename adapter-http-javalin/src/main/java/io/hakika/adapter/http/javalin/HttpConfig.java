package io.hakika.adapter.http.javalin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How Hakika is served over HTTP. A port of 0 means any that is free.
 *
 * @param callbackPort a listener of its own for callbacks; null: they share the API's
 * @param managementPort a listener of its own for health; null: none
 * @param publicUrl where payers reach us, without a slash at the end
 * @param apiRate how often one key may ask; null: without limit
 * @param stopTimeout how long requests that were begun may take to finish when the server stops
 * @param clock dates {@code Retry-After}
 */
public record HttpConfig(
    String host,
    int port,
    @Nullable Integer callbackPort,
    String managementHost,
    @Nullable Integer managementPort,
    URI publicUrl,
    ApiKeys apiKeys,
    AllowedIps callbackAllowedIps,
    Networks trustedProxies,
    @Nullable ApiRate apiRate,
    Health health,
    Duration stopTimeout,
    Clock clock) {

  public HttpConfig {
    var path = Objects.requireNonNullElse(publicUrl.getPath(), "");
    if (!publicUrl.isAbsolute() || publicUrl.getHost() == null || publicUrl.getQuery() != null) {
      throw new IllegalArgumentException("a public URL has a scheme and a host, and no query");
    }
    if (path.endsWith("/")) {
      publicUrl = URI.create(publicUrl.toString().replaceAll("/+$", ""));
    }
  }

  /** Begins to configure; everything else has the published default. */
  public static Builder of(URI publicUrl, ApiKeys apiKeys) {
    return new Builder(publicUrl, apiKeys);
  }

  /** Gathers what differs from the defaults. Not safe for use by several threads. */
  public static final class Builder {

    private final URI publicUrl;
    private final ApiKeys apiKeys;
    private String host = "0.0.0.0";
    private int port = 8080;
    private @Nullable Integer callbackPort;
    private String managementHost = "127.0.0.1";
    private @Nullable Integer managementPort;
    private AllowedIps callbackAllowedIps = AllowedIps.ANY;
    private Networks trustedProxies = Networks.NONE;
    private @Nullable ApiRate apiRate;
    private Health health = Health.ALWAYS;
    private Duration stopTimeout = Duration.ofSeconds(22);
    private Clock clock = Clock.systemUTC();

    private Builder(URI publicUrl, ApiKeys apiKeys) {
      this.publicUrl = Objects.requireNonNull(publicUrl, "publicUrl");
      this.apiKeys = Objects.requireNonNull(apiKeys, "apiKeys");
    }

    /** Where to listen; {@code 0.0.0.0:8080} by default. */
    public Builder listen(String onHost, int onPort) {
      this.host = Objects.requireNonNull(onHost, "host");
      this.port = onPort;
      return this;
    }

    /** A listener of its own for callbacks, on the same host; they share the API's by default. */
    public Builder callbackPort(int onPort) {
      this.callbackPort = onPort;
      return this;
    }

    /** A listener of its own for health; none by default. */
    public Builder management(String onHost, int onPort) {
      this.managementHost = Objects.requireNonNull(onHost, "managementHost");
      this.managementPort = onPort;
      return this;
    }

    /** From where callbacks are believed; anywhere by default. */
    public Builder callbackAllowedIps(AllowedIps allowed) {
      this.callbackAllowedIps = Objects.requireNonNull(allowed, "callbackAllowedIps");
      return this;
    }

    /** Whose {@code X-Forwarded-For} is believed; nobody's by default. */
    public Builder trustedProxies(Networks trusted) {
      this.trustedProxies = Objects.requireNonNull(trusted, "trustedProxies");
      return this;
    }

    /** How often one key may ask; without limit by default. */
    public Builder apiRate(ApiRate rate) {
      this.apiRate = Objects.requireNonNull(rate, "apiRate");
      return this;
    }

    /** Who knows whether the service is well; it always is by default. */
    public Builder health(Health source) {
      this.health = Objects.requireNonNull(source, "health");
      return this;
    }

    /** How long a stop waits for requests that were begun; 22 seconds by default. */
    public Builder stopTimeout(Duration longest) {
      this.stopTimeout = Objects.requireNonNull(longest, "stopTimeout");
      return this;
    }

    /** What {@code Retry-After} is counted from; the system's clock by default. */
    public Builder clock(Clock source) {
      this.clock = Objects.requireNonNull(source, "clock");
      return this;
    }

    public HttpConfig build() {
      return new HttpConfig(
          host,
          port,
          callbackPort,
          managementHost,
          managementPort,
          publicUrl,
          apiKeys,
          callbackAllowedIps,
          trustedProxies,
          apiRate,
          health,
          stopTimeout,
          clock);
    }
  }
}
