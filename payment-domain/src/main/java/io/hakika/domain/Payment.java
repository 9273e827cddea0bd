package io.hakika.domain;

import io.hakika.domain.value.PaymentId;
import java.time.Instant;
import java.util.Optional;

/**
 * A payment in one of its five states. Immutable; threads may share it.
 *
 * <p>Evidence is answered by value: {@link #weigh} never throws, whatever comes, in whatever order.
 */
public sealed interface Payment permits Pending, Submitted, Paid, Failed, NeedsReview {

  /** What was agreed at checkout. */
  Order order();

  /** What has been learned since. */
  Facts facts();

  PaymentStatus status();

  /** What {@code evidence} does to this payment. */
  Verdict weigh(Evidence evidence, Patience patience);

  /** What the mere passing of time does to this payment, if anything. */
  default Optional<Verdict> lapse(Instant now, Patience patience) {
    return Optional.empty();
  }

  /** When a worker should next look after the push; empty where there is nothing to send. */
  default Optional<Instant> pushDue() {
    return Optional.empty();
  }

  /** When a worker should next ask Daraja, or stop waiting; empty where it need not. */
  default Optional<Instant> recoveryDue() {
    return facts().ids() == null ? Optional.empty() : Optional.ofNullable(facts().queryDue());
  }

  /** Calls the method of {@code cases} that is for this state. */
  <R> R match(Cases<R> cases);

  default PaymentId id() {
    return order().id();
  }

  /** One answer for each state; a sixth state would break every reader at compile time. */
  interface Cases<R> {

    R pending(Pending payment);

    R submitted(Submitted payment);

    R paid(Paid payment);

    R failed(Failed payment);

    R needsReview(NeedsReview payment);
  }
}
