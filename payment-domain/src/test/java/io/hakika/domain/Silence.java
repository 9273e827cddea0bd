package io.hakika.domain;

import java.time.Instant;
import java.util.Optional;

/** A worker that goes on looking whenever the payment says it is due, while nobody answers. */
final class Silence {

  /** Twelve deadlines of two hours, asked about every quarter of an hour, and some. */
  private static final int MOST_LOOKS = 200;

  private Silence() {}

  /** The payment once it is due for nobody any more, or after far too many looks. */
  static Payment after(Payment payment) {
    var now = Given.START;
    for (var look = 0; look < MOST_LOOKS; look++) {
      var due = due(payment);
      if (due.isEmpty()) {
        return payment;
      }
      now = due.get().isAfter(now) ? due.get() : now;
      payment = looked(payment, now);
    }
    return payment;
  }

  private static Optional<Instant> due(Payment payment) {
    return payment.pushDue().or(payment::recoveryDue);
  }

  private static Payment looked(Payment payment, Instant now) {
    var lapsed = payment.lapse(now, Given.PATIENCE);
    if (lapsed.isPresent()) {
      return lapsed.get().now();
    }
    if (payment instanceof Pending pending && pending.push() instanceof Push.Queued) {
      var claimed = pending.claimPush(now, Given.PATIENCE).orElseThrow().now();
      return Given.weighed(claimed, Given.notSent(now));
    }
    return Given.weighed(payment, Given.unanswered(now));
  }
}
