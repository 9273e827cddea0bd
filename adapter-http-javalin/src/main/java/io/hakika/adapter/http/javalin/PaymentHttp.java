package io.hakika.adapter.http.javalin;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hakika over HTTP, on a hardened Jetty of its own ({@link #start}) or inside a host's Javalin
 * ({@link #install}).
 */
public final class PaymentHttp implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PaymentHttp.class);

  private final Javalin javalin;
  private final Installed installed;
  private final Map<String, Integer> ports = new HashMap<>();

  private PaymentHttp(Javalin javalin, Installed installed) {
    this.javalin = javalin;
    this.installed = installed;
    for (var connector : javalin.jettyServer().server().getConnectors()) {
      ports.put(connector.getName(), ((ServerConnector) connector).getLocalPort());
    }
  }

  /**
   * Starts to listen, on every configured port.
   *
   * @throws UncheckedIOException if it cannot listen on one of them; its message says where and why
   */
  public static PaymentHttp start(Ports ports, HttpConfig http) {
    return start(ports, Jetty.of(http));
  }

  static PaymentHttp start(Ports ports, Jetty jetty) {
    var installed = new Installed(ports, jetty.http());
    var javalin =
        Javalin.create(
            config -> {
              jetty.configure(config);
              config.requestLogger.http(RequestLog::log);
              Unrouted.add(config.routes);
              installed.into(config);
            });
    return new PaymentHttp(listening(javalin), installed);
  }

  /** Javalin takes every fault of a listener for a port that is taken, and names but the first. */
  private static Javalin listening(Javalin javalin) {
    try {
      return javalin.start();
    } catch (JavalinException e) {
      throw e.getCause() instanceof IOException fault
          ? new UncheckedIOException(fault.getMessage(), fault)
          : e;
    }
  }

  /**
   * Adds the routes to a host's Javalin. Its listeners, limits, log and stop are the host's affair;
   * threads of the routes end when its server has stopped.
   */
  public static void install(JavalinConfig config, Ports ports, HttpConfig http) {
    new Installed(ports, http).into(config);
  }

  /** The port of the API. */
  public int port() {
    return port(Listeners.API);
  }

  /** The port for callbacks: that of the API unless they have one of their own. */
  public int callbackPort() {
    return port(installed.http.callbackPort() == null ? Listeners.API : Listeners.CALLBACKS);
  }

  /**
   * The port for health.
   *
   * @throws IllegalStateException if there is none
   */
  public int managementPort() {
    return port(Listeners.MANAGEMENT);
  }

  private int port(String listener) {
    var port = ports.get(listener);
    if (port == null) {
      throw new IllegalStateException("there is no " + listener + " listener");
    }
    return port;
  }

  /** How many callbacks came from addresses that are not on the list of allowed ones. */
  public long callbacksFromElsewhere() {
    return installed.callbacks.fromElsewhere();
  }

  /** Says "not ready" from now on, and serves on: whoever routes traffic here can turn it away. */
  public void drain() {
    installed.health.stopping();
  }

  /**
   * Takes no more connections, finishes what was begun within the configured time, and stops. No
   * thread that runs a use case is interrupted. Closing twice is closing once.
   */
  @Override
  public void close() {
    drain();
    try {
      javalin.jettyServer().server().stop();
    } catch (TimeoutException e) {
      LOG.warn("Requests still ran after {} and were cut off", installed.http.stopTimeout());
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server did not stop as it should", e);
    } finally {
      installed.close();
    }
  }

  /** The routes, and what they share, for one Javalin. */
  private static final class Installed {

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Ports ports;
    private final HttpConfig http;
    private final Lanes lanes = new Lanes();
    private final CallbackRoutes callbacks;
    private final HealthRoutes health;

    Installed(Ports ports, HttpConfig http) {
      this.ports = ports;
      this.http = http;
      this.callbacks = new CallbackRoutes(ports.callbacks(), http);
      this.health = new HealthRoutes(http.health());
    }

    void into(JavalinConfig config) {
      config.events.serverStopping(health::stopping);
      config.events.serverStopped(this::close);
      config.events.serverStopFailed(this::close);
      Routes.add(config.routes, new Routes.Parts(ports, http, lanes, callbacks, health));
    }

    void close() {
      lanes.close(LAST_WORDS);
    }
  }
}
