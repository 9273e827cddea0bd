package io.hakika.application;

import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.StkGateway;
import io.hakika.application.port.driven.StkGateway.Queried;
import io.hakika.domain.Evidence.QueryAnswer;
import io.hakika.domain.Order;
import io.hakika.domain.Patience;
import io.hakika.domain.QueryClass;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.ProviderText;
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
  private final Faults faults;

  Asking(
      StkGateway gateway,
      Recorder recorder,
      Budget budget,
      Patience patience,
      Clock clock,
      Faults faults) {
    this.gateway = gateway;
    this.recorder = recorder;
    this.budget = budget;
    this.patience = patience;
    this.clock = clock;
    this.faults = faults;
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
    var queried = query(payment.payment().order(), ids.checkoutRequestId());
    if (queried.answer().throttled()) {
      budget.throttled(queried.answer().at());
    }
    return recorder.record(payment, was -> recording(was, queried));
  }

  private Queried query(Order order, CheckoutRequestId id) {
    try {
      return gateway.query(order, id);
    } catch (RuntimeException e) {
      faults.report("asking about a push", e);
      return new Queried(nothing("the gateway broke while asking"), new byte[0]);
    }
  }

  private QueryAnswer nothing(String why) {
    return new QueryAnswer(
        QueryClass.NO_INFORMATION,
        null,
        new ProviderText(why),
        FailureCategory.OTHER,
        false,
        false,
        clock.instant());
  }

  private Recording recording(Stored was, Queried queried) {
    var payment = was.payment();
    var verdict = payment.weigh(queried.answer(), patience);
    var entries = Chronicle.with(Chronicle.query(queried), payment.status(), verdict);
    return Recording.of(was, verdict, entries);
  }
}
