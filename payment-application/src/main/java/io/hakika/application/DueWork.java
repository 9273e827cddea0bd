package io.hakika.application;

import io.hakika.application.Batches.Job;
import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.PaymentStore.Work;
import io.hakika.application.port.driving.RecoverPayments.Pass;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/** Goes through what is due, batch by batch, until nothing is left or no more can be served. */
final class DueWork {

  /** Longer than one exchange with Daraja may take; after it another instance takes over. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final int BATCH = 8;
  private static final int MOST_BATCHES = 250;

  private final PaymentStore store;
  private final Clock clock;
  private final Closing closing;
  private final Batches batches;

  DueWork(Parts parts) {
    this.store = parts.store();
    this.clock = parts.clock();
    this.closing = parts.closing();
    this.batches = new Batches(parts.calls());
  }

  /**
   * One pass.
   *
   * @param plan says on this thread, payment by payment in turn, what to do beside the others
   */
  Pass pass(Work work, Lanes lanes, Function<Stored, Supplier<Step>> plan) {
    var tally = new Tally();
    for (var batch = 0; batch < MOST_BATCHES && !closing.begun(); batch++) {
      var claimed = store.claimDue(work, clock.instant(), LEASE, BATCH);
      var jobs = lanes.inTurn(claimed, due -> new Job(due.payment().id(), planned(due, plan)));
      batches.run(jobs, tally);
      var unserved = tally.takeUnserved();
      if (!unserved.isEmpty()) {
        store.release(unserved);
      }
      if (claimed.isEmpty() || !unserved.isEmpty()) {
        break;
      }
    }
    return tally.pass();
  }

  /** A payment that cannot even be planned for must not stop the others. */
  private static Supplier<Step> planned(Stored due, Function<Stored, Supplier<Step>> plan) {
    try {
      return plan.apply(due);
    } catch (RuntimeException e) {
      return () -> {
        throw e;
      };
    }
  }
}
