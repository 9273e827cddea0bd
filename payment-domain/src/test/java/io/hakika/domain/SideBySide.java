package io.hakika.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.domain.Evidence.Elsewhere;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One payment and its reference model, told the same things. After each the two must agree, and
 * what no order of events may break must hold.
 */
final class SideBySide {

  /** More than the moves that time alone can make of one payment. */
  private static final int MOST_LAPSES = 5;

  /** A backoff at its longest, with all of its jitter. */
  private static final Duration LONGEST_WAIT =
      Given.PATIENCE.recoveryBackoffMax().multipliedBy(6).dividedBy(5);

  private static final ProviderText NOTE = new ProviderText("looked it up");

  private final Set<Receipt> taken = new HashSet<>(Set.of(Given.ANOTHER_RECEIPT));
  private final ReferenceModel model;
  private Payment payment;

  SideBySide() {
    var order = Given.order();
    payment = Pending.open(order, Given.PATIENCE);
    model = new ReferenceModel(order.amount().value(), order.createdAt(), Given.PATIENCE);
  }

  Payment payment() {
    return payment;
  }

  /** The rules of the model that acted so far. */
  Set<Rule> rulesUsed() {
    return model.rulesUsed;
  }

  // --- what the world says ---

  void pushAnswered(Evidence.PushAnswer answer) {
    if (answer instanceof Evidence.PushAnswer.Accepted accepted) {
      var ids = accepted.ids();
      var merchant = Standing.valueOf(ids.merchantRequestId());
      model.pushAccepted(ids.checkoutRequestId().value(), merchant, answer.at());
    } else if (answer instanceof Evidence.PushAnswer.Refused refused) {
      model.pushRefused(refused.code(), answer.at());
    } else if (answer instanceof Evidence.PushAnswer.NotSent) {
      model.pushNotSent(answer.at());
    } else {
      model.pushUnknown(answer.at());
    }
    weigh(answer);
  }

  void callbackCame(StkCallback said, Instant at) {
    var elsewhere =
        new Elsewhere(Given.ANOTHERS.equals(said.checkoutRequestId()), isTaken(said.receipt()));
    model.callback(Standing.named(said), elsewhere.checkoutRequestId(), elsewhere.receipt(), at);
    weigh(new Evidence.Callback(said, elsewhere, at));
  }

  void unusableCallbackCame(Instant at) {
    model.unusableCallback(at);
    weigh(new Evidence.UnusableCallback(at));
  }

  void queryAnswered(Evidence.QueryAnswer answer) {
    var worth = answer.says().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    model.query(worth, answer.resultCode(), answer.answered(), answer.at());
    weigh(answer);
  }

  // --- what we and our people do ---

  /** A worker looks until time alone changes nothing more. */
  void workerLooks(Instant now) {
    for (var looks = 0; looks < MOST_LAPSES; looks++) {
      model.timePasses(now);
      var lapsed = payment.lapse(now, Given.PATIENCE);
      follow(lapsed.orElseGet(() -> new Verdict.Ignored(payment, Verdict.Reading.DUPLICATE)), now);
      if (lapsed.isEmpty()) {
        return;
      }
    }
    throw new AssertionError("time alone never stops changing the payment");
  }

  /** A worker looks, and sends a queued push again where it still may. */
  void workerSendsAgain(Instant now) {
    workerLooks(now);
    if (payment instanceof Pending pending) {
      var claim = pending.claimPush(now, Given.PATIENCE);
      if (claim.isPresent()) {
        must(model.resend(now), "the push may be sent again");
        follow(claim.get(), now);
        must(((Pending) payment).maySend(now), "the sender may send");
      }
    }
  }

  void personFindsTheMoney(Receipt typed, Instant at) {
    if (payment instanceof NeedsReview needs && !isTaken(typed)) {
      model.operatorPays(typed.value(), at);
      payment = compared(needs.resolvePaid(typed, at));
    }
  }

  void personFindsNoMoney(Instant at) {
    if (payment instanceof NeedsReview needs) {
      model.operatorFails(at);
      follow(needs.resolveFailed(NOTE, at), at);
    }
  }

  void personReopens(Instant at) {
    if (payment instanceof Failed failed) {
      model.operatorReopens(at);
      follow(failed.reopen(NOTE, at), at);
    }
  }

  /** From now on the receipt is another payment's, unless this one holds it. */
  void anotherPaymentTakes(Receipt receipt) {
    var held = payment.facts().receipt();
    if (held == null || !held.number().equals(receipt)) {
      taken.add(receipt);
    }
  }

  // --- what must hold ---

  private void weigh(Evidence evidence) {
    var was = payment;
    follow(payment.weigh(evidence, Given.PATIENCE), evidence.at());
    if (was instanceof Paid) {
      must(payment instanceof Paid, "no message undoes paid");
    }
  }

  private void follow(Verdict verdict, Instant at) {
    var was = payment;
    var now = verdict.now();
    var brought = was.facts().receipt();
    if (brought != null && brought.source() == HeldReceipt.Source.CALLBACK) {
      must(brought.equals(now.facts().receipt()), "a receipt that a callback brought stays");
    }
    if (verdict instanceof Verdict.Ignored) {
      must(now == was, "what is ignored changes nothing");
    }
    must(now.order() == was.order(), "the order never changes");
    var moved = verdict instanceof Verdict.Moved;
    must(
        moved != Standing.place(now).equals(Standing.place(was)),
        "a move changes the status or the reason, and nothing else does");
    must(!moved || began(now, at).equals(at), "a state begins when it was moved to");
    for (var event : verdict.events()) {
      must(event.payment().equals(was.id()), "an event is its payment's");
      must(event.at().equals(at), "an event happens when its evidence comes");
    }
    payment = compared(verdict);
    mustBeAwaited(at);
  }

  /** A payment that is not settled is due for somebody, before its time is over. */
  private void mustBeAwaited(Instant now) {
    var pushDue = payment.pushDue();
    var recoveryDue = payment.recoveryDue();
    if (payment instanceof Pending pending) {
      var due = pending.pushUnknown() ? recoveryDue : pushDue;
      must(due.isPresent(), "somebody looks after a push");
      if (pending.push() instanceof Push.Queued) {
        var tooOld = payment.order().createdAt().plus(Given.PATIENCE.submissionRetry());
        must(!due.orElseThrow().isAfter(tooOld), "a push is given up in time");
      }
    } else {
      must(pushDue.isEmpty(), "nothing is sent any more");
    }
    if (payment instanceof Submitted submitted) {
      var deadline = submitted.submittedAt().plus(Given.PATIENCE.recoveryDeadline());
      var apart = now.plus(Given.PATIENCE.betweenScheduledQueries());
      var looked = deadline.isAfter(apart) ? deadline : apart;
      var inTime = now.isBefore(deadline) ? looked : now.plus(LONGEST_WAIT);
      must(!recoveryDue.orElseThrow().isAfter(inTime), "somebody looks at the deadline");
    }
  }

  private Payment compared(Verdict verdict) {
    var real = Standing.of(verdict);
    var reference = Standing.of(model);
    if (!real.equals(reference)) {
      assertThat(real.lines()).as("the payment, beside its model").isEqualTo(reference.lines());
    }
    if (model.reading != null) {
      var reading = verdict.reading().name().toLowerCase(Locale.ROOT);
      must(reading.equals(model.reading), "read as " + model.reading + ", not as " + reading);
    }
    return verdict.now();
  }

  /** Asked ten million times, so it makes no sentence where none is needed. */
  private static void must(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("must hold: " + what);
    }
  }

  private boolean isTaken(@Nullable Receipt receipt) {
    return receipt != null && taken.contains(receipt);
  }

  private static Instant began(Payment now, Instant otherwise) {
    if (now instanceof Paid paid) {
      return paid.settledAt();
    }
    if (now instanceof Failed failed) {
      return failed.settledAt();
    }
    return now instanceof NeedsReview needs ? needs.review().since() : otherwise;
  }
}
