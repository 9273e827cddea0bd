package io.hakika.adapter.daraja;

import io.hakika.domain.value.CheckoutRequestId;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks to Daraja for one merchant: sends prompts, asks about them, reads what is called back.
 *
 * <pre>{@code
 * try (var daraja = DarajaClient.of(DarajaConfig.sandbox(credentials), Clock.systemUTC())) {
 *   var result = daraja.stkPush(push);
 *   if (result instanceof PushResult.Accepted accepted) {
 *     … accepted.checkoutRequestId() …
 *   }
 * }
 * }</pre>
 *
 * <p>Each call blocks for at most the configured time, its token included, and answers whatever the
 * network does; it throws only if something is broken on this side. A push leaves this machine at
 * most once; only where Daraja refused the token is it sent again, once, with a new one. An
 * interrupt does not cut a call short, since nobody would learn whether the phone rang. Safe for
 * use by many threads; there is one token for all of them.
 *
 * <p>A connection serves one exchange. Only where an answer does not announce its length does the
 * JDK keep the connection, for 20 minutes on JDK 17 to 19, and a push over one that died meanwhile
 * has an unknown outcome. Start the JVM with {@code -Djdk.httpclient.keepalive.timeout=5}, or set
 * that property before anything uses the JDK's HTTP client, which reads it once. The standalone
 * service does.
 */
public final class DarajaClient implements AutoCloseable {

  /** How long the JDK keeps an idle connection, in seconds; read once, when it is first used. */
  public static final String KEEP_ALIVE_PROPERTY = "jdk.httpclient.keepalive.timeout";

  private static final Logger LOG = LoggerFactory.getLogger(DarajaClient.class);
  private static final String RETRY_PROPERTY = "jdk.httpclient.enableAllMethodRetry";
  private static final String PUSH_PATH = "/mpesa/stkpush/v1/processrequest";
  private static final String QUERY_PATH = "/mpesa/stkpushquery/v1/query";

  private final DarajaConfig config;
  private final Clock clock;
  private final DarajaHttp http;
  private final SignedCalls calls;
  private final Echoes echoes;

  private DarajaClient(DarajaConfig config, Clock clock, DarajaHttp http, SignedCalls calls) {
    this.config = config;
    this.clock = clock;
    this.http = http;
    this.calls = calls;
    this.echoes = Echoes.of(config.credentials());
  }

  /**
   * A client with connections and a token of its own. Nothing is sent before the first call.
   *
   * @param clock what requests are dated by, and what ages the token
   * @throws IllegalStateException if the JVM is told to repeat requests by itself
   */
  public static DarajaClient of(DarajaConfig config, Clock clock) {
    Objects.requireNonNull(config, "config");
    Objects.requireNonNull(clock, "clock");
    refuseRepeats();
    adviseOnIdleConnections();
    var http = new DarajaHttp(config.timeout(), clock);
    var calls = new SignedCalls(http, new AccessTokens(http, config, clock));
    return new DarajaClient(config, clock, http, calls);
  }

  /**
   * A client for another short code of the same OAuth client. It shares connections and token with
   * this one, because a token of its own would invalidate this one's; closing either closes both.
   *
   * @throws IllegalArgumentException if {@code credentials} are of another OAuth client
   */
  public DarajaClient forMerchant(DarajaCredentials credentials) {
    if (!credentials.sameClient(config.credentials())) {
      throw new IllegalArgumentException(
          "consumerKey and consumerSecret are not those of the client to share a token with");
    }
    var theirs = new DarajaConfig(config.baseUrl(), credentials, config.timeout());
    return new DarajaClient(theirs, clock, http, calls);
  }

  /** Prompts the customer's phone. */
  public PushResult stkPush(StkPush push) {
    return PushAnswers.read(
        post(PUSH_PATH, () -> Requests.push(config.credentials(), push, clock.instant())));
  }

  /** Asks what became of a push of this merchant's. */
  public QueryResult stkQuery(CheckoutRequestId id) {
    return QueryAnswers.read(
        post(QUERY_PATH, () -> Requests.query(config.credentials(), id, clock.instant())), id);
  }

  /** Reads the body of a callback, whatever it is; never throws. */
  public static ParsedCallback parseCallback(byte[] body) {
    return CallbackParser.parse(body);
  }

  /** The time by this client's clock. */
  Instant now() {
    return clock.instant();
  }

  /** Whether this client's and the other's requests would use one token, but do not. */
  boolean wouldSpoilTokenOf(DarajaClient other) {
    return calls != other.calls
        && config.baseUrl().equals(other.config.baseUrl())
        && config.credentials().consumerKey().equals(other.config.credentials().consumerKey());
  }

  /**
   * Begins no exchange any more, waits for those under way, which the configured time bounds, and
   * ends every thread, except that on JDK 17 to 20 the JDK ends its selector only once the garbage
   * collector has run. A call after that answers that it was not sent.
   */
  @Override
  public void close() {
    http.close();
  }

  private Reply post(String path, Supplier<byte[]> body) {
    var url = URI.create(config.baseUrl() + path);
    return echoes.outOf(calls.post(url, body, Deadline.in(config.timeout())));
  }

  private static void refuseRepeats() {
    if (System.getProperty(RETRY_PROPERTY) != null) {
      throw new IllegalStateException(
          "the system property "
              + RETRY_PROPERTY
              + " is set: the JDK would repeat a push by itself; start without it");
    }
  }

  private static void adviseOnIdleConnections() {
    if (System.getProperty(KEEP_ALIVE_PROPERTY) == null && Runtime.version().feature() < 20) {
      LOG.warn(
          "This JDK may keep idle connections for 20 minutes; start with -D{}=5, or pushes over"
              + " connections that died meanwhile have an unknown outcome",
          KEEP_ALIVE_PROPERTY);
    }
  }

  @Override
  public String toString() {
    return "DarajaClient[" + config.baseUrl() + ", " + config.credentials() + "]";
  }
}
