package io.hakika.adapter.daraja.simulator;

import com.sun.net.httpserver.HttpServer;
import io.hakika.adapter.daraja.simulator.PushDesk.Ringing;
import io.hakika.adapter.daraja.simulator.PushDesk.Scripted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Daraja on this machine: a server that takes tokens, pushes and queries and sends callbacks as
 * Daraja does, with customers who behave by the last two digits of their number.
 *
 * <pre>{@code
 * try (var daraja = DarajaSimulator.start(SimulatorOptions.quick())) {
 *   var phone = daraja.phone("254712345678").staysSilent();
 *   checkout(daraja.baseUrl());
 *   phone.pays();
 *   daraja.ledger().awaitCallbacks(1);
 * }
 * }</pre>
 *
 * <p>What a test asked for goes first: a scripted answer, then a hold, then the customer. Safe for
 * use by many threads; several may run side by side. Nothing runs after {@link #close}.
 */
public final class DarajaSimulator implements AutoCloseable {

  private static final Pattern PHONE = Pattern.compile("254[17][0-9]{8}");
  private static final int BACKLOG = 500;
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final World world;
  private final HttpServer server;
  private final Postman postman;
  private final Tokens tokens;
  private final Prompts prompts;
  private final OAuthDesk oauth;
  private final PushDesk pushes;
  private final QueryDesk queries;

  private DarajaSimulator(World world, HttpServer server) {
    this.world = world;
    this.server = server;
    this.postman = new Postman(world);
    this.tokens = new Tokens(world);
    this.prompts = new Prompts(world, postman);
    this.oauth = new OAuthDesk(world, tokens);
    this.pushes = new PushDesk(world, tokens, prompts);
    this.queries = new QueryDesk(world, tokens, prompts);
  }

  /**
   * Starts a simulator.
   *
   * @throws UncheckedIOException if it cannot listen on the options' host and port
   */
  public static DarajaSimulator start(SimulatorOptions options) {
    sendAtOnce();
    var simulator = new DarajaSimulator(World.of(options), listen(options));
    simulator.open();
    return simulator;
  }

  /** Where clients reach it, such as {@code http://127.0.0.1:40123}. */
  public URI baseUrl() {
    return url(server.getAddress());
  }

  static URI url(InetSocketAddress address) {
    var host = address.getAddress();
    var name = host.isAnyLocalAddress() ? "127.0.0.1" : host.getHostAddress();
    return URI.create(
        "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + address.getPort());
  }

  /** The first merchant whom it knows. */
  public Merchant merchant() {
    return world.options().merchants().get(0);
  }

  /**
   * The phone of this number.
   *
   * @param number {@code 2547…} or {@code 2541…}, twelve digits
   */
  public Phone phone(String number) {
    if (!PHONE.matcher(number).matches()) {
      throw new IllegalArgumentException("a phone number is 2547… or 2541…, twelve digits");
    }
    return new Phone(number, prompts);
  }

  public Ledger ledger() {
    return world.ledger();
  }

  /**
   * Holds pushes from now on.
   *
   * @throws IllegalStateException if they are held already
   */
  public Hold<HeldPush> holdPushes() {
    return pushes.holder().hold(world.options().patience());
  }

  /**
   * Holds queries from now on.
   *
   * @throws IllegalStateException if they are held already
   */
  public Hold<HeldQuery> holdQueries() {
    return queries.holder().hold(world.options().patience());
  }

  /** Answers the next request for a token with this; several are used up in order. */
  public void nextToken(Answer answer) {
    oauth.script().add(answer);
  }

  /** Answers the next push that keeps the rules with this, and nothing rings. */
  public void nextPush(Answer answer) {
    pushes.script().add(new Scripted(answer, Ringing.SILENT));
  }

  /** Answers the next push that keeps the rules with this, but the phone rings all the same. */
  public void nextPushRingsBut(Answer answer) {
    pushes.script().add(new Scripted(answer, Ringing.RINGS));
  }

  /** Answers the next query that keeps the rules with this. */
  public void nextQuery(Answer answer) {
    queries.script().add(answer);
  }

  /** Sends this instead of the next callback that a customer's behaviour would send. */
  public void nextCallback(String body) {
    postman.script().add(body);
  }

  /** Invalidates every token, as if they had run out. */
  public void forgetTokens() {
    tokens.forget();
  }

  /**
   * Stops listening, drops what was to come and ends every thread; waits for callbacks under way.
   */
  @Override
  public void close() {
    server.stop(0);
    world.crew().close();
  }

  private void open() {
    server.setExecutor(world.crew().readers());
    server.createContext("/", new SimulatorRoutes(world, oauth, pushes, queries));
    server.start();
  }

  /**
   * The JDK's server sends head and body apart, and without this setting, which it reads once, the
   * body waits 40 ms for the head's receipt. Whoever has set it keeps his choice.
   */
  private static void sendAtOnce() {
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
  }

  private static HttpServer listen(SimulatorOptions options) {
    try {
      return HttpServer.create(new InetSocketAddress(options.host(), options.port()), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot listen on " + options.host() + ":" + options.port() + ": " + e.getMessage(), e);
    }
  }
}
