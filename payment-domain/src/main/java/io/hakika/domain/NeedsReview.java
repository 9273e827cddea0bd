package io.hakika.domain;

import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Verdict.Ignored;
import io.hakika.domain.Verdict.Moved;
import io.hakika.domain.Verdict.Reading;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.Review;
import java.time.Instant;

/**
 * A person has to decide. Where the only trouble was silence, a message may still settle it; where
 * messages contradict one another, none can.
 */
public record NeedsReview(Order order, Facts facts, Review review) implements Payment {

  static final String NO_RECEIPT = "Daraja says it was paid, but no callback brought a receipt";

  @Override
  public PaymentStatus status() {
    return PaymentStatus.NEEDS_REVIEW;
  }

  /** A person found the money, and the receipt that proves it. */
  public Moved<Paid> resolvePaid(Receipt found, Instant at) {
    var held = facts.receipt();
    if (held != null && held.number().equals(found)) {
      return Moves.paid(order, facts, at);
    }
    // A date that came with another receipt is not the date of this one.
    var date = held == null ? facts.transactionDate() : null;
    return Moves.paid(order, facts.withReceipt(HeldReceipt.typed(found)).withDate(date), at);
  }

  /** A person found that no money moved. */
  public Moved<Failed> resolveFailed(ProviderText note, Instant at) {
    var decline = new Decline("operator", note, FailureCategory.OTHER, Decline.Source.OPERATOR);
    return Moves.failed(order, facts, decline, at);
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
      return weighPush(answer);
    }
    return Moves.mismatched(this, facts.askSoon(evidence.at()));
  }

  private Verdict weighCallback(Evidence.Callback callback) {
    var judgement = Judgement.of(this, callback);
    return switch (judgement.kind()) {
      case MISMATCHED -> Moves.mismatched(this, callback.at());
      case NO_OUTCOME -> Moves.keptIfChanged(this, judgement.facts(), Reading.APPLIED);
      default -> silenceBroken(judgement, callback);
    };
  }

  private Verdict silenceBroken(Judgement judgement, Evidence.Callback callback) {
    var learned = judgement.facts();
    return switch (review.reason()) {
      case AMOUNT_MISMATCH, CONTRADICTORY -> stands(learned, callback);
      case UNSETTLED, SUBMISSION_UNKNOWN, PAID_WITHOUT_RECEIPT ->
          switch (judgement.kind()) {
            case FAILURE -> failureCallback(learned, callback);
            case FAILURE_WITH_RECEIPT ->
                Moves.contradictory(this, learned, callback, Failed.WITH_RECEIPT);
            default -> Moves.success(this, judgement, callback);
          };
    };
  }

  private Verdict failureCallback(Facts learned, Evidence.Callback callback) {
    return review.reason() == Review.Reason.PAID_WITHOUT_RECEIPT
        ? Moves.contradictory(this, learned, callback, Failed.AFTER_SUCCESS)
        : Moves.failed(order, learned, Moves.decline(callback.said()), callback.at());
  }

  /** No message can settle a contradiction, but one may bring the receipt that a person needs. */
  private Verdict stands(Facts learned, Evidence.Callback callback) {
    var held = facts.receipt();
    var brought = callback.said().receipt();
    if (held == null && Judgement.bringsFreeReceipt(callback)) {
      return Moves.keptIfChanged(this, Moves.receiptFrom(learned, callback), Reading.APPLIED);
    }
    var same = brought == null || held != null && held.number().equals(brought);
    return Moves.keptIfChanged(this, learned, same ? Reading.DUPLICATE : Reading.CONTRADICTORY);
  }

  private Verdict weighQuery(Evidence.QueryAnswer answer, Patience patience) {
    var heard = facts.withQueries(facts.queries().with(answer)).askAt(null);
    var twice = facts.queries().saidBefore(answer, patience.recoveryBackoff());
    return switch (review.reason()) {
      case UNSETTLED -> unsettled(heard, answer, twice);
      case PAID_WITHOUT_RECEIPT ->
          answer.says() == QueryClass.CERTAIN_FAILURE
              ? contradictory(heard, answer.at())
              : learned(heard);
      case SUBMISSION_UNKNOWN, AMOUNT_MISMATCH, CONTRADICTORY -> learned(heard);
    };
  }

  private Verdict unsettled(Facts heard, Evidence.QueryAnswer answer, boolean twice) {
    var successBefore = facts.queries().successHeard();
    return switch (answer.says()) {
      case CERTAIN_FAILURE -> successBefore ? learned(heard) : failed(heard, answer);
      case LIKELY_FAILURE -> {
        if (!twice) {
          yield learned(heard);
        }
        yield successBefore ? contradictory(heard, answer.at()) : failed(heard, answer);
      }
      case SUCCESS ->
          twice
              ? Moves.review(
                  this, heard, Review.Reason.PAID_WITHOUT_RECEIPT, NO_RECEIPT, answer.at())
              : learned(heard);
      case NO_INFORMATION -> learned(heard);
    };
  }

  private Verdict failed(Facts heard, Evidence.QueryAnswer answer) {
    return Moves.failed(order, heard, Moves.decline(answer), answer.at());
  }

  private Verdict contradictory(Facts heard, Instant at) {
    return Moves.review(this, heard, Review.Reason.CONTRADICTORY, Failed.QUERIES_DISAGREE, at);
  }

  private Verdict learned(Facts heard) {
    return Moves.keptIfChanged(this, heard, Reading.APPLIED);
  }

  private Verdict weighPush(PushAnswer answer) {
    var unknown = review.reason() == Review.Reason.SUBMISSION_UNKNOWN;
    if (answer instanceof PushAnswer.Accepted accepted) {
      var acknowledged = Moves.lateAcknowledgement(facts, accepted);
      return learned(unknown ? acknowledged.askSoon(accepted.at()) : acknowledged);
    }
    if (unknown && answer instanceof PushAnswer.Refused refused) {
      return Moves.failed(order, facts, Moves.decline(refused), refused.at());
    }
    return new Ignored(this, Reading.DUPLICATE);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.needsReview(this);
  }
}
