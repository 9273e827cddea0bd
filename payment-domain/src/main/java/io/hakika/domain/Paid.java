package io.hakika.domain;

import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Verdict.Ignored;
import io.hakika.domain.Verdict.Noted;
import io.hakika.domain.Verdict.Reading;
import io.hakika.domain.value.Attention;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * The money moved. No message undoes that; what contradicts it is kept, told and listed.
 *
 * @param told the kinds of contradiction for which {@code payment.contradicted} was told
 */
public record Paid(Order order, Facts facts, Instant settledAt, Set<Contradiction> told)
    implements Payment {

  public Paid {
    told = Set.copyOf(told);
  }

  @Override
  public PaymentStatus status() {
    return PaymentStatus.PAID;
  }

  @Override
  public Verdict weigh(Evidence evidence, Patience patience) {
    if (evidence instanceof Evidence.Callback callback) {
      return weighCallback(callback);
    }
    if (evidence instanceof Evidence.QueryAnswer answer) {
      return weighQuery(answer);
    }
    if (evidence instanceof PushAnswer answer) {
      return weighPush(answer);
    }
    return Moves.mismatched(this, facts.askSoon(evidence.at()));
  }

  private Verdict weighCallback(Evidence.Callback callback) {
    var judgement = Judgement.of(this, callback);
    var learned = judgement.facts();
    return switch (judgement.kind()) {
      case MISMATCHED -> Moves.mismatched(this, callback.at());
      case NO_OUTCOME -> Moves.keptIfChanged(this, learned, Reading.APPLIED);
      case FAILURE -> contradicted(learned, Contradiction.FAILED, callback.at());
      case FAILURE_WITH_RECEIPT ->
          contradicted(learned, Contradiction.FAILED_WITH_RECEIPT, callback.at());
      case TAKEN_RECEIPT -> contradicted(learned, Contradiction.TAKEN_RECEIPT, callback.at());
      case WRONG_AMOUNT -> contradicted(learned, Contradiction.WRONG_AMOUNT, callback.at());
      case BARE -> duplicate(Moves.receiptFrom(learned, callback));
      case GOOD -> goodSuccess(learned, callback);
    };
  }

  private Verdict goodSuccess(Facts learned, Evidence.Callback callback) {
    var brought = callback.said().receipt();
    var held = facts.receipt();
    if (held == null || held.number().equals(brought)) {
      return duplicate(Moves.receiptFrom(learned, callback).attended(Attention.RECEIPT_MISSING));
    }
    if (brought != null && held.yieldsTo(brought)) {
      return contradicted(
          Moves.receiptFrom(learned, callback), Contradiction.TYPED_RECEIPT, callback.at());
    }
    return contradicted(learned, Contradiction.OTHER_RECEIPT, callback.at());
  }

  private Verdict duplicate(Facts learned) {
    return Moves.keptIfChanged(this, learned, Reading.DUPLICATE);
  }

  private Verdict weighQuery(Evidence.QueryAnswer answer) {
    var heard = facts.withQueries(facts.queries().with(answer)).askAt(null);
    return switch (answer.says()) {
      case CERTAIN_FAILURE, LIKELY_FAILURE ->
          Moves.keptIfChanged(this, heard.attend(Attention.CONTRADICTED), Reading.CONTRADICTORY);
      case SUCCESS -> Moves.keptIfChanged(this, heard, Reading.DUPLICATE);
      case NO_INFORMATION -> Moves.keptIfChanged(this, heard, Reading.APPLIED);
    };
  }

  private Verdict weighPush(PushAnswer answer) {
    if (answer instanceof PushAnswer.Refused) {
      return contradicted(facts, Contradiction.REFUSED_PUSH, answer.at());
    }
    if (answer instanceof PushAnswer.Accepted accepted) {
      var stored = facts.ids();
      return stored != null
              && !stored.checkoutRequestId().equals(accepted.ids().checkoutRequestId())
          ? contradicted(facts, Contradiction.OTHER_PUSH, accepted.at())
          : duplicate(Moves.lateAcknowledgement(facts, accepted));
    }
    return new Ignored(this, Reading.DUPLICATE);
  }

  private Verdict contradicted(Facts learned, Contradiction kind, Instant at) {
    var listed = learned.attend(Attention.CONTRADICTED);
    if (told.contains(kind)) {
      return Moves.keptIfChanged(this, listed, Reading.CONTRADICTORY);
    }
    var withThis = EnumSet.of(kind);
    withThis.addAll(told);
    return new Noted(
        new Paid(order, listed, settledAt, withThis),
        new PaymentEvent.Contradicted(id(), kind.words(), at));
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.paid(this);
  }
}
