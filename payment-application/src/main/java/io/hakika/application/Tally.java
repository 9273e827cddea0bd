package io.hakika.application;

import io.hakika.application.port.driving.RecoverPayments.Fault;
import io.hakika.application.port.driving.RecoverPayments.Pass;
import io.hakika.domain.value.PaymentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts what one pass did, and keeps one payment's fault from harming the others. */
final class Tally {

  private final List<Fault> faults = new ArrayList<>();
  private final List<PaymentId> unserved = new ArrayList<>();
  private int looked;
  private int moved;
  private @Nullable Instant again;

  void guard(@Nullable PaymentId payment, Supplier<Step> work) {
    try {
      count(payment, work.get());
    } catch (RuntimeException e) {
      fault(payment, e);
    }
  }

  private synchronized void count(@Nullable PaymentId payment, Step step) {
    var later = step.servedAgain();
    if (later == null) {
      looked++;
      moved += step.moved() ? 1 : 0;
      return;
    }
    if (payment != null) {
      unserved.add(payment);
    }
    again = again == null || later.isBefore(again) ? later : again;
  }

  private synchronized void fault(@Nullable PaymentId payment, RuntimeException cause) {
    looked++;
    faults.add(new Fault(payment, cause));
  }

  synchronized List<PaymentId> takeUnserved() {
    var taken = List.copyOf(unserved);
    unserved.clear();
    return taken;
  }

  synchronized Pass pass() {
    return new Pass(looked, moved, faults, again);
  }
}
