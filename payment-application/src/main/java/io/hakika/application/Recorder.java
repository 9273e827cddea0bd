package io.hakika.application;

import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.domain.Verdict;
import java.util.function.Function;

/**
 * Writes what became of a payment, however many others write it at the same time: whoever was
 * overtaken reads again and weighs again.
 */
final class Recorder {

  /** Far more than the five writers that one payment can have at once. */
  private static final int MOST_ROUNDS = 50;

  private final PaymentStore store;
  private final Runnable eventsWritten;

  Recorder(PaymentStore store, Runnable eventsWritten) {
    this.store = store;
    this.eventsWritten = eventsWritten;
  }

  /**
   * Records what {@code weighing} makes of the payment.
   *
   * @return never {@link Recorded#OVERTAKEN}
   * @throws IllegalStateException if it was overtaken again and again
   */
  Written record(Stored read, Function<Stored, Recording> weighing) {
    var was = read;
    for (var round = 0; round < MOST_ROUNDS; round++) {
      var recording = weighing.apply(was);
      var recorded = store.record(recording);
      if (recorded != Recorded.OVERTAKEN) {
        return written(recording, recorded);
      }
      was = store.find(read.payment().id()).orElseThrow(() -> gone(read));
    }
    throw new IllegalStateException(
        "payment " + read.payment().id() + " was overtaken " + MOST_ROUNDS + " times");
  }

  private Written written(Recording recording, Recorded recorded) {
    if (recorded == Recorded.WRITTEN && !recording.verdict().events().isEmpty()) {
      eventsWritten.run();
    }
    return new Written(recorded, recording.was(), recording.verdict());
  }

  private static IllegalStateException gone(Stored read) {
    return new IllegalStateException("payment " + read.payment().id() + " is gone");
  }

  /** What was written over what. */
  record Written(Recorded recorded, Stored was, Verdict verdict) {

    boolean moved() {
      return recorded == Recorded.WRITTEN && verdict instanceof Verdict.Moved;
    }

    /** The published version afterwards. */
    int version() {
      return was.version() + (moved() ? 1 : 0);
    }
  }
}
