package io.hakika.domain;

import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Verdict.Ignored;
import io.hakika.domain.Verdict.Kept;
import io.hakika.domain.Verdict.Moved;
import io.hakika.domain.Verdict.Reading;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Review;
import java.time.Instant;

/** No money moved, as far as anybody knows. A late success sends it to a person. */
public record Failed(Order order, Facts facts, Decline decline, Instant settledAt)
    implements Payment {

  static final String WITH_RECEIPT = "the callback reports a failure, yet carries a receipt";
  static final String AFTER_SUCCESS = "a failure callback came after a query said success";
  static final String QUERIES_DISAGREE = "one query said success, a later one said failure";

  @Override
  public PaymentStatus status() {
    return PaymentStatus.FAILED;
  }

  /** A person doubts the failure. */
  public Moved<NeedsReview> reopen(ProviderText note, Instant at) {
    return Moves.review(
        this, facts, Review.Reason.CONTRADICTORY, "reopened by a person: " + note, at);
  }

  @Override
  public Verdict weigh(Evidence evidence, Patience patience) {
    if (evidence instanceof Evidence.Callback callback) {
      return weighCallback(callback);
    }
    if (evidence instanceof Evidence.QueryAnswer answer) {
      return weighQuery(answer, patience);
    }
    if (evidence instanceof PushAnswer answer) {
      return answer instanceof PushAnswer.Accepted accepted
          ? Moves.keptIfChanged(this, Moves.lateAcknowledgement(facts, accepted), Reading.APPLIED)
          : new Ignored(this, Reading.DUPLICATE);
    }
    return Moves.mismatched(this, facts.askSoon(evidence.at()));
  }

  private Verdict weighCallback(Evidence.Callback callback) {
    var judgement = Judgement.of(this, callback);
    var learned = judgement.facts();
    return switch (judgement.kind()) {
      case MISMATCHED -> Moves.mismatched(this, callback.at());
      case NO_OUTCOME -> Moves.keptIfChanged(this, learned, Reading.APPLIED);
      case FAILURE -> Moves.keptIfChanged(this, learned, Reading.DUPLICATE);
      case FAILURE_WITH_RECEIPT -> Moves.contradictory(this, learned, callback, WITH_RECEIPT);
      case TAKEN_RECEIPT, WRONG_AMOUNT, BARE, GOOD ->
          Moves.contradictory(
              this, learned, callback, "a success callback came after the payment had failed");
    };
  }

  private Verdict weighQuery(Evidence.QueryAnswer answer, Patience patience) {
    var heard = facts.withQueries(facts.queries().with(answer)).askAt(null);
    if (answer.says() != QueryClass.SUCCESS) {
      return Moves.keptIfChanged(this, heard, Reading.DUPLICATE);
    }
    if (facts.queries().saidBefore(answer, patience.recoveryBackoff())) {
      return Moves.review(
          this,
          heard,
          Review.Reason.CONTRADICTORY,
          "Daraja said twice that the failed payment succeeded",
          answer.at());
    }
    // One such answer proves nothing, but it must not be left at that.
    var again = heard.askAt(answer.at().plus(patience.recoveryBackoff()));
    return new Kept(new Failed(order, again, decline, settledAt), Reading.CONTRADICTORY);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.failed(this);
  }
}
