package io.hakika.application;

import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.StkGateway;
import io.hakika.application.port.driven.StkGateway.Queried;
import io.hakika.domain.Patience;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Asks Daraja what became of a push, within the query budget, and records the answer. */
final class Asking {

  private final StkGateway gateway;
  private final Recorder recorder;
  private final Budget budget;
  private final Patience patience;
  private final Clock clock;

  Asking(StkGateway gateway, Recorder recorder, Budget budget, Patience patience, Clock clock) {
    this.gateway = gateway;
    this.recorder = recorder;
    this.budget = budget;
    this.patience = patience;
    this.clock = clock;
  }

  /** Takes a question out of the budget; if there is none, says when there will be. */
  Optional<Instant> budgetFree(Instant now) {
    return budget.take(now) ? Optional.empty() : Optional.of(budget.next());
  }

  /** Asks because a person wants to know: counted, but never refused by the budget. */
  Recorder.Written askInAnyCase(Stored payment) {
    budget.count(clock.instant());
    return ask(payment);
  }

  /** Asks, and records the answer against the payment as it stands by then. */
  Recorder.Written ask(Stored payment) {
    var ids = payment.payment().facts().ids();
    if (ids == null) {
      throw new IllegalArgumentException(
          "payment " + payment.payment().id() + " has no CheckoutRequestID to ask about");
    }
    var queried = gateway.query(payment.payment().order(), ids.checkoutRequestId());
    if (queried.answer().throttled()) {
      budget.throttled(queried.answer().at());
    }
    return recorder.record(payment, was -> recording(was, queried));
  }

  private Recording recording(Stored was, Queried queried) {
    var payment = was.payment();
    var verdict = payment.weigh(queried.answer(), patience);
    var entries = Chronicle.with(Chronicle.query(queried), payment.status(), verdict);
    return Recording.of(was, verdict, entries);
  }
}
