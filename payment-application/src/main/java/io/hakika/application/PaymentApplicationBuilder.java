package io.hakika.application;

import io.hakika.application.port.driven.CallbackReader;
import io.hakika.application.port.driven.EventLog;
import io.hakika.application.port.driven.PaymentListener;
import io.hakika.application.port.driven.PaymentQueries;
import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.StkGateway;
import io.hakika.domain.Patience;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Gathers what an application is built from. Not safe for use by several threads. */
public final class PaymentApplicationBuilder {

  private final PaymentStore store;
  private final PaymentQueries queries;
  private final EventLog events;
  private final StkGateway gateway;
  private final CallbackReader reader;
  private final List<PaymentListener> listeners = new ArrayList<>();
  private List<byte[]> secrets = List.of();
  private CheckoutRules rules = CheckoutRules.STANDARD;
  private Patience patience = Patience.STANDARD;
  private Duration recoveryPoll = Duration.ofSeconds(5);
  private Rate queryRate = new Rate(5, Duration.ofMinutes(1));
  private @Nullable Rate pushRate;
  private Clock clock = Clock.systemUTC();
  private RandomGenerator random = new SecureRandom();
  private @Nullable ScheduledExecutorService scheduler;
  private Faults faults = PaymentApplicationBuilder::log;

  PaymentApplicationBuilder(
      PaymentStore store,
      PaymentQueries queries,
      EventLog events,
      StkGateway gateway,
      CallbackReader reader) {
    this.store = Objects.requireNonNull(store, "store");
    this.queries = Objects.requireNonNull(queries, "queries");
    this.events = Objects.requireNonNull(events, "events");
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.reader = Objects.requireNonNull(reader, "reader");
  }

  /** Adds somebody to tell. */
  public PaymentApplicationBuilder listener(PaymentListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * The keys that make callback tokens: the first makes, all verify. Without any, one is made up
   * for the life of this object; tokens of stored payments are known all the same.
   */
  public PaymentApplicationBuilder callbackSecrets(List<byte[]> keys) {
    this.secrets = keys.stream().map(byte[]::clone).toList();
    return this;
  }

  /** What a checkout may ask for; {@link CheckoutRules#STANDARD} by default. */
  public PaymentApplicationBuilder rules(CheckoutRules checkoutRules) {
    this.rules = Objects.requireNonNull(checkoutRules, "rules");
    return this;
  }

  /** How long to wait; {@link Patience#STANDARD} by default. */
  public PaymentApplicationBuilder patience(Patience limits) {
    this.patience = Objects.requireNonNull(limits, "patience");
    return this;
  }

  /** How often to look for due queries; five seconds by default, zero turns queries off. */
  public PaymentApplicationBuilder recoveryPoll(Duration poll) {
    if (poll.isNegative()) {
      throw new IllegalArgumentException("recoveryPoll is at least nothing, not " + poll);
    }
    this.recoveryPoll = Objects.requireNonNull(poll, "recoveryPoll");
    return this;
  }

  /** The budget of STK queries; five per minute by default, as seen in the sandbox. */
  public PaymentApplicationBuilder queryRate(Rate rate) {
    this.queryRate = Objects.requireNonNull(rate, "queryRate");
    return this;
  }

  /** The budget of pushes; unlimited by default, until Daraja throttles. */
  public PaymentApplicationBuilder pushRate(Rate rate) {
    this.pushRate = Objects.requireNonNull(rate, "pushRate");
    return this;
  }

  /** The clock that everything is dated by; the system's by default. */
  public PaymentApplicationBuilder clock(Clock source) {
    this.clock = Objects.requireNonNull(source, "clock");
    return this;
  }

  /** The source of ids and tokens, which must be unpredictable; the system's by default. */
  public PaymentApplicationBuilder random(RandomGenerator source) {
    this.random = Objects.requireNonNull(source, "random");
    return this;
  }

  /** The host's scheduler for background work; it is not shut down by us. Own by default. */
  public PaymentApplicationBuilder scheduler(ScheduledExecutorService hosts) {
    this.scheduler = Objects.requireNonNull(hosts, "scheduler");
    return this;
  }

  /** Who hears of faults that no caller waits for; by default they are logged as warnings. */
  public PaymentApplicationBuilder onFault(Faults listener) {
    this.faults = Objects.requireNonNull(listener, "faults");
    return this;
  }

  /** Builds the application; nothing runs before it is started. */
  public PaymentApplication build() {
    return new PaymentApplication(this);
  }

  Parts parts(Threads threads, Closing closing) {
    return new Parts(
        store,
        queries,
        events,
        gateway,
        reader,
        List.copyOf(listeners),
        rules,
        patience,
        // Databases keep microseconds; a finer instant would come back as another one.
        Clock.tick(clock, Duration.ofNanos(1000)),
        threads.calls(),
        closing,
        faults);
  }

  List<byte[]> secrets() {
    if (!secrets.isEmpty()) {
      return secrets;
    }
    var made = new byte[32];
    random.nextBytes(made);
    return List.of(made);
  }

  Budget pushBudget() {
    return pushRate == null
        ? Budget.unlimitedUntilThrottled(new Rate(10, Duration.ofSeconds(1)))
        : Budget.of(pushRate);
  }

  Budget queryBudget() {
    return Budget.of(queryRate);
  }

  Duration recoveryPoll() {
    return recoveryPoll;
  }

  RandomGenerator random() {
    return random;
  }

  @Nullable ScheduledExecutorService scheduler() {
    return scheduler;
  }

  private static void log(String doing, Throwable cause) {
    Logger log = System.getLogger("io.hakika.application");
    log.log(Level.WARNING, "Fault while " + doing, cause);
  }
}
