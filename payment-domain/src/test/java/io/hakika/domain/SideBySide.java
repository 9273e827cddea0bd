package io.hakika.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.domain.Evidence.Elsewhere;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
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
        assertThat(model.resend(now)).as("the push may be sent again").isTrue();
        follow(claim.get(), now);
        assertThat(((Pending) payment).maySend(now)).as("the sender may send").isTrue();
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
    var verdict = payment.weigh(evidence, Given.PATIENCE);
    follow(verdict, evidence.at());
    if (was instanceof Paid) {
      assertThat(payment).as("no message undoes paid").isInstanceOf(Paid.class);
    }
  }

  private void follow(Verdict verdict, Instant at) {
    var was = payment;
    var brought = was.facts().receipt();
    if (brought != null && brought.source() == HeldReceipt.Source.CALLBACK) {
      assertThat(verdict.now().facts().receipt())
          .as("a receipt that a callback brought stays")
          .isEqualTo(brought);
    }
    if (verdict instanceof Verdict.Ignored) {
      assertThat(verdict.now()).as("what is ignored changes nothing").isSameAs(was);
    }
    assertThat(Standing.place(verdict.now()).equals(Standing.place(was)))
        .as("a move changes the status or the reason, and nothing else does")
        .isEqualTo(!(verdict instanceof Verdict.Moved));
    assertThat(verdict.now().order()).as("the order never changes").isSameAs(was.order());
    if (verdict instanceof Verdict.Moved) {
      assertThat(began(verdict.now(), at)).as("since when").isEqualTo(at);
    }
    payment = compared(verdict);
    assertAwaited(at);
  }

  /** A payment that is not settled is due for somebody, before its time is over. */
  private void assertAwaited(Instant now) {
    var patience = Given.PATIENCE;
    var pushDue = payment.pushDue();
    var recoveryDue = payment.recoveryDue();
    if (payment instanceof Pending pending) {
      var unknown = pending.push() instanceof Push.Unknown;
      assertThat(unknown ? recoveryDue : pushDue).as("somebody looks").isPresent();
      if (pending.push() instanceof Push.Queued) {
        var tooOld = payment.order().createdAt().plus(patience.submissionRetry());
        assertThat(pushDue.orElseThrow()).as("given up in time").isBeforeOrEqualTo(tooOld);
      }
    } else {
      assertThat(pushDue).as("nothing is sent any more").isEmpty();
    }
    if (payment instanceof Submitted submitted) {
      var deadline = submitted.submittedAt().plus(patience.recoveryDeadline());
      var late = now.plus(patience.recoveryBackoffMax().multipliedBy(6).dividedBy(5));
      assertThat(recoveryDue.orElseThrow())
          .as("somebody looks when the deadline is over")
          .isBeforeOrEqualTo(now.isBefore(deadline) ? deadline : late);
    }
  }

  private Payment compared(Verdict verdict) {
    var real = Standing.of(verdict);
    var reference = Standing.of(model);
    if (!real.equals(reference)) {
      assertThat(real.lines()).as("the payment, beside its model").isEqualTo(reference.lines());
    }
    if (model.reading != null) {
      assertThat(verdict.reading().name().toLowerCase(Locale.ROOT))
          .as("how the evidence reads")
          .isEqualTo(model.reading);
    }
    return verdict.now();
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
