package io.hakika.application;

import io.hakika.application.port.driven.CallbackReader;
import io.hakika.application.port.driven.EventLog;
import io.hakika.application.port.driven.PaymentListener;
import io.hakika.application.port.driven.PaymentQueries;
import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.StkGateway;
import io.hakika.application.port.driving.FindPayments;
import io.hakika.application.port.driving.ReceiveCallback;
import io.hakika.application.port.driving.RecoverPayments;
import io.hakika.application.port.driving.RelayEvents;
import io.hakika.application.port.driving.ReviewPayments;
import io.hakika.application.port.driving.StartCheckout;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The whole of Hakika as one object: built from its driven ports, it offers the driving ones.
 *
 * <pre>{@code
 * try (var hakika = PaymentApplication.using(store, queries, events, gateway, reader).build()) {
 *   hakika.start();
 *   hakika.checkout().start(Request.of(orderId, phone, amount));
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads; several may live side by side. Nothing runs in the background
 * before {@link #start}, and nothing after {@link #close}.
 */
public final class PaymentApplication implements AutoCloseable {

  private static final Duration CLOSING_WAIT = Duration.ofSeconds(22);

  private final StartCheckout checkout;
  private final ReceiveCallback callbacks;
  private final RecoverPayments recovery;
  private final FindPayments finder;
  private final ReviewPayments reviews;
  private final RelayEvents relay;
  private final Closing closing = new Closing();
  private final Threads threads;
  private final Background background;

  private PaymentApplication(Builder builder) {
    this.threads = new Threads(builder.scheduler);
    var parts = builder.parts(threads, closing);
    var wake = new AtomicReference<Runnable>(() -> {});
    Runnable eventsWritten = () -> wake.get().run();
    var tokens = new CallbackTokens(builder.secrets(), builder.random);
    var recorder = new Recorder(parts.store(), eventsWritten);
    var pushing =
        new Pushing(
            parts.gateway(),
            recorder,
            builder.pushBudget(),
            parts.patience(),
            parts.clock(),
            parts.faults());
    var asking =
        new Asking(
            parts.gateway(),
            recorder,
            Budget.of(builder.queryRate),
            parts.patience(),
            parts.clock(),
            parts.faults());
    var callbackService = new CallbackService(parts, recorder, tokens);
    this.checkout = new CheckoutService(parts, pushing, new OrderMint(tokens, builder.random));
    this.callbacks = callbackService;
    this.recovery = new RecoveryService(parts, recorder, pushing, asking, callbackService);
    this.finder = new PaymentReader(parts.queries());
    this.reviews = new ReviewService(parts, eventsWritten);
    this.relay = new EventRelay(parts);
    this.background =
        new Background(
            threads.scheduler(),
            recovery,
            relay,
            builder.recoveryPoll,
            parts.clock(),
            parts.faults());
    wake.set(background::wakeRelay);
  }

  /** Begins to build an application; everything else has a default. */
  public static Builder using(
      PaymentStore store,
      PaymentQueries queries,
      EventLog events,
      StkGateway gateway,
      CallbackReader reader) {
    return new Builder(store, queries, events, gateway, reader);
  }

  public StartCheckout checkout() {
    return checkout;
  }

  public ReceiveCallback callbacks() {
    return callbacks;
  }

  public RecoverPayments recovery() {
    return recovery;
  }

  public FindPayments payments() {
    return finder;
  }

  public ReviewPayments reviews() {
    return reviews;
  }

  public RelayEvents events() {
    return relay;
  }

  /**
   * Begins the background work: sending again, recovering, weighing kept callbacks, telling.
   *
   * @throws IllegalStateException if this application is closed; build another
   */
  public void start() {
    if (closing.begun()) {
      throw new IllegalStateException("this application is closed; build another");
    }
    background.start();
  }

  /**
   * Ends the background work, waits at most 22 seconds for calls to Daraja that are under way (a
   * call takes no longer than 20), and stops every thread this application started. No thread is
   * interrupted. What it was built from stays open: close Daraja's client and the database next.
   *
   * <p>Whoever still calls is answered, so that nothing is lost while a host stops: a callback is
   * kept, and the push of a new payment waits for the application that starts next.
   */
  @Override
  public void close() {
    var deadline = Deadline.in(CLOSING_WAIT);
    closing.begin();
    try {
      background.close(deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      threads.close();
    }
    try {
      threads.await(deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gathers what an application is built from. Not safe for use by several threads. */
  public static final class Builder {

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
    private Faults faults = Builder::log;

    private Builder(
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
    public Builder listener(PaymentListener listener) {
      listeners.add(Objects.requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * The keys that make callback tokens: the first makes, all verify. Without any, one is made up
     * for the life of this object; tokens of stored payments are known all the same.
     */
    public Builder callbackSecrets(List<byte[]> keys) {
      this.secrets = keys.stream().map(byte[]::clone).toList();
      return this;
    }

    /** What a checkout may ask for; {@link CheckoutRules#STANDARD} by default. */
    public Builder rules(CheckoutRules checkoutRules) {
      this.rules = Objects.requireNonNull(checkoutRules, "rules");
      return this;
    }

    /** How long to wait; {@link Patience#STANDARD} by default. */
    public Builder patience(Patience limits) {
      this.patience = Objects.requireNonNull(limits, "patience");
      return this;
    }

    /** How often to look for due queries; five seconds by default, zero turns queries off. */
    public Builder recoveryPoll(Duration poll) {
      if (poll.isNegative()) {
        throw new IllegalArgumentException("recoveryPoll is at least nothing, not " + poll);
      }
      this.recoveryPoll = Objects.requireNonNull(poll, "recoveryPoll");
      return this;
    }

    /** The budget of STK queries; five per minute by default, as seen in the sandbox. */
    public Builder queryRate(Rate rate) {
      this.queryRate = Objects.requireNonNull(rate, "queryRate");
      return this;
    }

    /** The budget of pushes; unlimited by default, until Daraja throttles. */
    public Builder pushRate(Rate rate) {
      this.pushRate = Objects.requireNonNull(rate, "pushRate");
      return this;
    }

    /** The clock that everything is dated by; the system's by default. */
    public Builder clock(Clock source) {
      this.clock = Objects.requireNonNull(source, "clock");
      return this;
    }

    /** The source of ids and tokens, which must be unpredictable; the system's by default. */
    public Builder random(RandomGenerator source) {
      this.random = Objects.requireNonNull(source, "random");
      return this;
    }

    /** The host's scheduler for background work; it is not shut down by us. Own by default. */
    public Builder scheduler(ScheduledExecutorService hosts) {
      this.scheduler = Objects.requireNonNull(hosts, "scheduler");
      return this;
    }

    /** Who hears of faults that no caller waits for; by default they are logged as warnings. */
    public Builder onFault(Faults listener) {
      this.faults = Objects.requireNonNull(listener, "faults");
      return this;
    }

    /** Builds the application; nothing runs before it is started. */
    public PaymentApplication build() {
      return new PaymentApplication(this);
    }

    private Parts parts(Threads threads, Closing closing) {
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

    private List<byte[]> secrets() {
      if (!secrets.isEmpty()) {
        return secrets;
      }
      var made = new byte[32];
      random.nextBytes(made);
      return List.of(made);
    }

    private Budget pushBudget() {
      return pushRate == null
          ? Budget.unlimitedUntilThrottled(new Rate(10, Duration.ofSeconds(1)))
          : Budget.of(pushRate);
    }

    private static void log(String doing, Throwable cause) {
      Logger log = System.getLogger("io.hakika.application");
      log.log(Level.WARNING, "Fault while " + doing, cause);
    }
  }
}
