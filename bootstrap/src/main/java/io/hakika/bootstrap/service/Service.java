package io.hakika.bootstrap.service;

import io.hakika.adapter.http.javalin.HttpConfig;
import io.hakika.adapter.http.javalin.PaymentHttp;
import io.hakika.adapter.http.javalin.Ports;
import io.hakika.application.PaymentApplication;
import io.hakika.bootstrap.settings.HttpSettings;
import io.hakika.bootstrap.settings.ServiceSettings;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The standalone service. Once started it serves until it is closed; closing finishes what was
 * begun. Several may run in one process.
 */
public final class Service implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final String RETRY = "jdk.httpclient.enableAllMethodRetry";

  private final Opened opened;
  private final PaymentHttp http;
  private final HttpSettings settings;

  private Service(Opened opened, PaymentHttp http, HttpSettings settings) {
    this.opened = opened;
    this.http = http;
    this.settings = settings;
  }

  /**
   * Starts a service.
   *
   * @throws io.hakika.bootstrap.settings.ConfigurationException if the settings cannot be right
   * @throws StartFailure if something outside them stands in the way
   */
  public static Service start(ServiceSettings settings) {
    return start(settings, Clock.systemUTC());
  }

  /** The same by another clock than the system's. */
  public static Service start(ServiceSettings settings, Clock clock) {
    refuseRepeatedPosts();
    var opened = new Opened();
    try {
      var core = opened.add(Core.of(settings, clock));
      var application = core.application();
      weighKept(application);
      var health = opened.add(new DatabaseHealth(core.connections()));
      var http =
          opened.add(listen(ports(application), config(settings, health).clock(clock).build()));
      application.start();
      return new Service(opened, http, settings.http());
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** With that property a push whose connection breaks is sent twice, in secret. */
  private static void refuseRepeatedPosts() {
    if (System.getProperty(RETRY) != null) {
      throw new StartFailure(
          "the JVM runs with -D" + RETRY + ", which can prompt a customer twice: leave it out");
    }
  }

  /** What came before the last stop and was not weighed is weighed before anything new comes. */
  private static void weighKept(PaymentApplication application) {
    application
        .recovery()
        .weighKept()
        .faults()
        .forEach(fault -> LOG.warn("Fault while weighing a kept callback", fault.cause()));
  }

  private static Ports ports(PaymentApplication application) {
    return new Ports(
        application.checkout(),
        application.callbacks(),
        application.recovery(),
        application.payments(),
        application.reviews());
  }

  private static HttpConfig.Builder config(ServiceSettings settings, DatabaseHealth health) {
    var http = settings.http();
    var access = settings.access();
    var config =
        HttpConfig.of(http.publicUrl(), access.apiKeys())
            .listen(http.host(), http.port())
            .callbackAllowedIps(access.callbackAllowedIps())
            .trustedProxies(access.trustedProxies())
            .health(health)
            .stopTimeout(STOP);
    if (http.callbackPort() != null) {
      config.callbackPort(http.callbackPort());
    }
    if (http.managementPort() != 0) {
      config.management(http.managementHost(), http.managementPort());
    }
    if (access.apiRate() != null) {
      config.apiRate(access.apiRate());
    }
    return config;
  }

  private static PaymentHttp listen(Ports ports, HttpConfig config) {
    try {
      return PaymentHttp.start(ports, config);
    } catch (UncheckedIOException e) {
      throw new StartFailure(e.getMessage(), e);
    }
  }

  /** Where this machine reaches the API. */
  public URI url() {
    var everywhere = Set.of("0.0.0.0", "::").contains(settings.host());
    return URI.create(address(everywhere ? "127.0.0.1" : settings.host(), http.port()));
  }

  /** One line that says where everything is. */
  public String addresses() {
    var line = new StringBuilder("API on ").append(address(settings.host(), http.port()));
    if (settings.callbackPort() != null) {
      line.append(", callbacks on ").append(address(settings.host(), http.callbackPort()));
    }
    if (settings.managementPort() != 0) {
      line.append(", health on ").append(address(settings.managementHost(), http.managementPort()));
    }
    return line.append(", reached at ").append(settings.publicUrl()).toString();
  }

  private static String address(String host, int port) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** Says "not ready" from now on, and serves on: whoever routes traffic here turns it away. */
  public void drain() {
    http.drain();
  }

  /** Takes no more requests, finishes what was begun, and closes the database. */
  @Override
  public void close() {
    opened.close();
  }
}
