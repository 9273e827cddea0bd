package io.hakika.adapter.http.javalin;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;

/**
 * A Jetty that strangers may talk to: everything they can make large, slow or numerous has a limit.
 *
 * @param requestArrival how long a whole request may take to arrive
 * @param idle how long a connection may be silent
 */
record Jetty(HttpConfig http, Duration requestArrival, Duration idle) {

  /** The most connections of one listener. */
  static final int MOST_CONNECTIONS = 2_000;

  private static final Duration REQUEST_ARRIVAL = Duration.ofSeconds(45);
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final int HEADER_BYTES = 8_192;

  static Jetty of(HttpConfig http) {
    return new Jetty(http, REQUEST_ARRIVAL, IDLE);
  }

  void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.maxRequestSize = Bodies.MOST;
    config.http.prefer405over404 = true;
    config.router.ignoreTrailingSlashes = false;
    config.jetty.modifyHttpConfiguration(Jetty::speak);
    config.jetty.modifyServer(this::guard);
    config.jetty.addConnector(
        (server, speech) -> connector(Listeners.API, server, speech, http.host(), http.port()));
    var callbackPort = http.callbackPort();
    if (callbackPort != null) {
      config.jetty.addConnector(
          (server, speech) ->
              connector(Listeners.CALLBACKS, server, speech, http.host(), callbackPort));
    }
    var managementPort = http.managementPort();
    if (managementPort != null) {
      config.jetty.addConnector(
          (server, speech) ->
              connector(
                  Listeners.MANAGEMENT, server, speech, http.managementHost(), managementPort));
    }
  }

  private static void speak(HttpConfiguration speech) {
    speech.setUriCompliance(UriCompliance.DEFAULT);
    speech.setRequestHeaderSize(HEADER_BYTES);
    speech.setSendServerVersion(false);
  }

  /** The handlers, from the innermost to the outermost. */
  private void guard(Server server) {
    server.insertHandler(new StalledConnections(requestArrival));
    // One byte more than allowed, because the routes say what is too large: 401 comes before 413.
    server.insertHandler(new GatheringHandler(Bodies.MOST + 1));
    server.insertHandler(new PlainRequests());
    server.insertHandler(new Listeners());
    server.insertHandler(new FinishingHandler());
    server.setErrorHandler(new ProblemErrorHandler());
    server.setStopTimeout(http.stopTimeout().toMillis());
  }

  private Connector connector(
      String name, Server server, HttpConfiguration speech, String host, int port) {
    var connector = new Listener(server, speech);
    connector.setName(name);
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(idle.toMillis());
    connector.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    connector.addBean(server.getDescendant(StalledConnections.class));
    return connector;
  }
}
