package io.hakika.application;

import io.hakika.application.port.driven.CallbackReader;
import io.hakika.application.port.driven.EventLog;
import io.hakika.application.port.driven.PaymentQueries;
import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.StkGateway;
import io.hakika.application.port.driving.FindPayments;
import io.hakika.application.port.driving.ReceiveCallback;
import io.hakika.application.port.driving.RecoverPayments;
import io.hakika.application.port.driving.RelayEvents;
import io.hakika.application.port.driving.ReviewPayments;
import io.hakika.application.port.driving.StartCheckout;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

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

  PaymentApplication(PaymentApplicationBuilder builder) {
    this.threads = new Threads(builder.scheduler());
    var parts = builder.parts(threads, closing);
    var wake = new AtomicReference<Runnable>(() -> {});
    Runnable eventsWritten = () -> wake.get().run();
    var tokens = new CallbackTokens(builder.secrets(), builder.random());
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
            builder.queryBudget(),
            parts.patience(),
            parts.clock(),
            parts.faults());
    var callbackService = new CallbackService(parts, recorder, tokens);
    this.checkout = new CheckoutService(parts, pushing, new OrderMint(tokens, builder.random()));
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
            builder.recoveryPoll(),
            parts.clock(),
            parts.faults());
    wake.set(background::wakeRelay);
  }

  /** Begins to build an application; everything else has a default. */
  public static PaymentApplicationBuilder using(
      PaymentStore store,
      PaymentQueries queries,
      EventLog events,
      StkGateway gateway,
      CallbackReader reader) {
    return new PaymentApplicationBuilder(store, queries, events, gateway, reader);
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
   * kept, and the push of a new payment is queued for the application that starts next.
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
}
