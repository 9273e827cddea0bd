package io.hakika.application;

import io.hakika.application.Chronicle.Arrived;
import io.hakika.application.port.driven.CallbackReader;
import io.hakika.application.port.driven.CallbackReader.Reading;
import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.PaymentStore.Arrival;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.Kept;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driving.ReceiveCallback;
import io.hakika.domain.Evidence;
import io.hakika.domain.Evidence.Elsewhere;
import io.hakika.domain.Patience;
import io.hakika.domain.StkCallback;
import io.hakika.domain.value.CallbackToken;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Takes callbacks. One transaction keeps the bytes and writes what they change; where that fails,
 * the bytes alone are kept, and a worker weighs them later. Nothing is answered before a commit.
 */
final class CallbackService implements ReceiveCallback {

  private static final Duration ORPHANS_PER = Duration.ofHours(1);
  private static final int MOST_ORPHANS = 1000;

  /** As it is; with the receipt taken, or the CheckoutRequestID; with both. */
  private static final int WAYS_TO_COLLIDE = 3;

  private final PaymentStore store;
  private final CallbackReader reader;
  private final Recorder recorder;
  private final CallbackTokens tokens;
  private final Patience patience;
  private final Clock clock;
  private final Faults faults;

  CallbackService(Parts parts, Recorder recorder, CallbackTokens tokens) {
    this.store = parts.store();
    this.reader = parts.reader();
    this.patience = parts.patience();
    this.clock = parts.clock();
    this.faults = parts.faults();
    this.recorder = recorder;
    this.tokens = tokens;
  }

  @Override
  public boolean recognises(String token) {
    if (!CallbackToken.looksRight(token)) {
      return false;
    }
    var parsed = new CallbackToken(token);
    return tokens.made(parsed) || store.findByToken(parsed).isPresent();
  }

  @Override
  public Answer receive(Delivery delivery) {
    var arrival =
        new Arrival(delivery.token(), delivery.body(), delivery.refused(), clock.instant());
    var found = store.findByToken(arrival.token());
    return found.isPresent() ? weighOrKeep(found.get(), arrival) : orphan(arrival);
  }

  private Answer orphan(Arrival arrival) {
    var since = arrival.at().minus(ORPHANS_PER);
    if (!store.keepOrphan(arrival, since, MOST_ORPHANS)) {
      return Answer.OVERFLOW;
    }
    return arrival.refused() ? Answer.REFUSED : Answer.ACCEPTED;
  }

  private Answer weighOrKeep(Stored found, Arrival arrival) {
    try {
      return weigh(found, arrival, null).answer();
    } catch (RuntimeException | StackOverflowError e) {
      store.keep(arrival);
      faults.report("weighing a callback", e);
      return arrival.refused() ? Answer.REFUSED : Answer.ACCEPTED;
    }
  }

  /** Weighs a callback that was kept; says whether it moved its payment. */
  boolean weighKept(Kept kept) {
    var arrival = kept.arrival();
    var found = store.findByToken(arrival.token());
    return found.isPresent() && weigh(found.get(), arrival, kept).moved();
  }

  private Weighed weigh(Stored found, Arrival arrival, @Nullable Kept kept) {
    if (arrival.refused()) {
      return unusable(found, arrival, kept, "refused", "its sender's address is not believed");
    }
    var reading = reader.read(arrival.body());
    if (reading instanceof Reading.Unreadable unreadable) {
      return unusable(found, arrival, kept, "malformed", unreadable.why());
    }
    return readable(found, ((Reading.Readable) reading).callback(), arrival, kept);
  }

  private Weighed unusable(
      Stored found, Arrival arrival, @Nullable Kept kept, String verdict, String why) {
    var evidence = new Evidence.UnusableCallback(arrival.at());
    var entry = Chronicle.unusableCallback(verdict, why, new Arrived(arrival.at(), arrival.body()));
    var written = recorder.record(found, was -> recording(was, evidence, entry, kept));
    return new Weighed(arrival.refused() ? Answer.REFUSED : Answer.MALFORMED, written.moved());
  }

  /** First as if nobody else held what the callback names; the store's unique keys know better. */
  private Weighed readable(Stored found, StkCallback said, Arrival arrival, @Nullable Kept kept) {
    var elsewhere = Elsewhere.NOTHING;
    for (var round = 0; round < WAYS_TO_COLLIDE; round++) {
      var evidence = new Evidence.Callback(said, elsewhere, arrival.at());
      var written = recorder.record(found, was -> recording(was, evidence, arrival, kept));
      switch (written.recorded()) {
        case RECEIPT_TAKEN -> elsewhere = new Elsewhere(elsewhere.checkoutRequestId(), true);
        case REQUEST_ID_TAKEN -> elsewhere = new Elsewhere(true, elsewhere.receipt());
        default -> {
          return new Weighed(Answer.ACCEPTED, written.moved());
        }
      }
    }
    throw new IllegalStateException(
        "a callback of payment " + found.payment().id() + " collides with others in every reading");
  }

  private Recording recording(
      Stored was, Evidence.Callback evidence, Arrival arrival, @Nullable Kept kept) {
    var payment = was.payment();
    var verdict = payment.weigh(evidence, patience);
    var entry =
        Chronicle.callback(
            payment, evidence.said(), verdict, new Arrived(arrival.at(), arrival.body()));
    return new Recording(was, verdict, Chronicle.with(entry, payment.status(), verdict), kept);
  }

  private Recording recording(
      Stored was, Evidence.UnusableCallback evidence, Entry entry, @Nullable Kept kept) {
    var payment = was.payment();
    var verdict = payment.weigh(evidence, patience);
    return new Recording(was, verdict, Chronicle.with(entry, payment.status(), verdict), kept);
  }

  private record Weighed(Answer answer, boolean moved) {}
}
