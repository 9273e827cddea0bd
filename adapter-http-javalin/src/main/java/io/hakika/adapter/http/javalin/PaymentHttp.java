package io.hakika.adapter.http.javalin;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;

/**
 * Hakika over HTTP, on a hardened Jetty of its own ({@link #start}) or inside a host's Javalin
 * ({@link #install}).
 */
public final class PaymentHttp implements AutoCloseable {

  private final Javalin javalin;

  private PaymentHttp(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts to listen, on every configured port.
   *
   * @throws io.javalin.util.JavalinException if it cannot, for example because a port is taken
   */
  public static PaymentHttp start(Ports ports, HttpConfig http) {
    var javalin = Javalin.create(config -> install(config, ports, http));
    return new PaymentHttp(javalin.start(http.host(), http.port()));
  }

  /** Adds the routes to a host's Javalin; ports, limits and the stop are the host's affair then. */
  public static void install(JavalinConfig config, Ports ports, HttpConfig http) {}

  /** The port of the API. */
  public int port() {
    return javalin.port();
  }

  /** The port for callbacks: that of the API unless they have one of their own. */
  public int callbackPort() {
    return javalin.port();
  }

  /**
   * The port for health.
   *
   * @throws IllegalStateException if there is none
   */
  public int managementPort() {
    return javalin.port();
  }

  /** Says "not ready" from now on, and serves on: whoever routes traffic here can turn it away. */
  public void drain() {}

  /**
   * Takes no more requests, finishes what was begun within the configured time, and stops. No
   * thread that runs a use case is interrupted.
   */
  @Override
  public void close() {
    javalin.stop();
  }
}
