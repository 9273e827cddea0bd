package io.hakika.application;

import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.StkGateway;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Order;
import io.hakika.domain.Patience;
import io.hakika.domain.Pending;
import io.hakika.domain.value.ProviderText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends the push of a payment whose claim is committed, and records what became of it. The one
 * place that lets a phone ring.
 */
final class Pushing {

  private final StkGateway gateway;
  private final Recorder recorder;
  private final Budget budget;
  private final Patience patience;
  private final Clock clock;
  private final Faults faults;

  Pushing(
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

  /** Sends the push that {@code claimed} claims, if the rate allows it, and records the answer. */
  Recorder.Written send(Stored claimed) {
    var now = clock.instant();
    if (budget.take(now)) {
      return sendInTurn(claimed);
    }
    var reason = new ProviderText("too many pushes for the agreed rate");
    var wait = Duration.between(now, budget.next());
    return answered(claimed, new PushAnswer.NotSent(reason, wait, false, now));
  }

  /** Takes a push out of the agreed rate; if there is none, says when there will be. */
  Optional<Instant> rateFree(Instant now) {
    return budget.take(now) ? Optional.empty() : Optional.of(budget.next());
  }

  /** Sends the push that {@code claimed} claims, for which the rate had room. */
  Recorder.Written sendInTurn(Stored claimed) {
    if (claimed.payment() instanceof Pending pending && pending.maySend(clock.instant())) {
      return answered(claimed, push(pending.order()));
    }
    // Frozen past its claim: others may have given the push up, so it must not ring any more. But
    // whoever held the claim knows that it was not sent.
    return putOff(claimed, "the claim on the push ran out before it was sent");
  }

  /** Records that the push was not sent, because we have no means to send it now. */
  Recorder.Written putOff(Stored claimed, String why) {
    return answered(
        claimed, new PushAnswer.NotSent(new ProviderText(why), null, false, clock.instant()));
  }

  private PushAnswer push(Order order) {
    try {
      var answer = gateway.push(order);
      if (answer instanceof PushAnswer.NotSent notSent && notSent.throttled()) {
        budget.throttled(notSent.at());
      }
      return answer;
    } catch (RuntimeException e) {
      faults.report("sending a push", e);
      return new PushAnswer.Unknown(
          new ProviderText("the gateway broke while sending"), clock.instant());
    }
  }

  private Recorder.Written answered(Stored claimed, PushAnswer answer) {
    var written = recorder.record(claimed, was -> recording(was, answer));
    if (written.recorded() != Recorded.REQUEST_ID_TAKEN) {
      return written;
    }
    // Two pushes of one name cannot be told apart, so nobody can say what became of this one.
    var doubtful =
        new PushAnswer.Unknown(
            new ProviderText("Daraja answered with the CheckoutRequestID of another payment"),
            answer.at());
    return recorder.record(claimed, was -> recording(was, doubtful));
  }

  private Recording recording(Stored was, PushAnswer answer) {
    var payment = was.payment();
    var verdict = payment.weigh(answer, patience);
    var entries = Chronicle.with(Chronicle.pushAnswered(answer), payment.status(), verdict);
    return Recording.of(was, verdict, entries);
  }
}
