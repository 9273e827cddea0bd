package io.hakika.domain;

import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Verdict.Ignored;
import io.hakika.domain.Verdict.Kept;
import io.hakika.domain.Verdict.Reading;
import io.hakika.domain.value.Review;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Acknowledged by Daraja: the phone should ring, and the answer is awaited. */
public record Submitted(Order order, Facts facts) implements Payment {

  private static final int ENOUGH_TRIES = 3;
  private static final int LAST_DEADLINE = 12;

  public Submitted {
    Objects.requireNonNull(facts.ids(), "a submitted payment has request ids");
    Objects.requireNonNull(facts.submittedAt(), "a submitted payment has a time of submission");
  }

  static Submitted begin(Order order, Facts facts, Patience patience) {
    var submitted = new Submitted(order, facts);
    var first = submitted.submittedAt().plus(patience.recoveryAfter());
    return submitted.dueAt(first, submitted.submittedAt(), patience);
  }

  /** When the acknowledgement came. */
  public Instant submittedAt() {
    return Objects.requireNonNull(facts.submittedAt());
  }

  @Override
  public PaymentStatus status() {
    return PaymentStatus.SUBMITTED;
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
      return answer instanceof PushAnswer.Accepted
          ? new Ignored(this, Reading.DUPLICATE)
          : new Ignored(this, Reading.CONTRADICTORY);
    }
    return Moves.mismatched(this, facts.askSoon(evidence.at()));
  }

  private Verdict weighCallback(Evidence.Callback callback) {
    var judgement = Judgement.of(this, callback);
    var learned = judgement.facts();
    return switch (judgement.kind()) {
      case MISMATCHED -> Moves.mismatched(this, callback.at());
      case NO_OUTCOME -> Moves.keptIfChanged(this, learned, Reading.APPLIED);
      case FAILURE ->
          facts.queries().successHeard()
              ? Moves.contradictory(this, learned, callback, Failed.AFTER_SUCCESS)
              : Moves.failed(order, learned, Moves.decline(callback.said()), callback.at());
      case FAILURE_WITH_RECEIPT ->
          Moves.contradictory(this, learned, callback, Failed.WITH_RECEIPT);
      default -> Moves.success(this, judgement, callback);
    };
  }

  private Verdict weighQuery(Evidence.QueryAnswer answer, Patience patience) {
    var twice = facts.queries().saidBefore(answer, patience.recoveryBackoff());
    var heard = facts.withQueries(facts.queries().with(answer));
    var successBefore = facts.queries().successHeard();
    return switch (answer.says()) {
      case SUCCESS -> twice ? paidWithoutReceipt(heard, answer) : waiting(heard, answer, patience);
      case CERTAIN_FAILURE -> failure(heard, answer, successBefore);
      case LIKELY_FAILURE ->
          twice ? failure(heard, answer, successBefore) : waiting(heard, answer, patience);
      case NO_INFORMATION -> waiting(heard, answer, patience);
    };
  }

  private Verdict paidWithoutReceipt(Facts heard, Evidence.QueryAnswer answer) {
    return Moves.review(
        this, heard, Review.Reason.PAID_WITHOUT_RECEIPT, NeedsReview.NO_RECEIPT, answer.at());
  }

  private Verdict failure(Facts heard, Evidence.QueryAnswer answer, boolean successBefore) {
    return successBefore
        ? Moves.review(
            this, heard, Review.Reason.CONTRADICTORY, Failed.QUERIES_DISAGREE, answer.at())
        : Moves.failed(order, heard, Moves.decline(answer), answer.at());
  }

  private Kept waiting(Facts heard, Evidence.QueryAnswer answer, Patience patience) {
    var next = patience.nextQuery(answer.at(), heard.queries().tried(), order);
    var waiting = new Submitted(order, heard).dueAt(next, answer.at(), patience);
    return new Kept(waiting, Reading.APPLIED);
  }

  @Override
  public Optional<Verdict> lapse(Instant now, Patience patience) {
    var queries = facts.queries();
    if (now.isBefore(deadline(patience))) {
      return Optional.empty();
    }
    var reason =
        queries.lastClass() == QueryClass.SUCCESS
            ? Review.Reason.PAID_WITHOUT_RECEIPT
            : Review.Reason.UNSETTLED;
    var detail =
        reason == Review.Reason.UNSETTLED
            ? "no callback came, and asking Daraja " + times(queries.tried()) + " settled nothing"
            : NeedsReview.NO_RECEIPT;
    return Optional.of(Moves.review(this, facts, reason, detail, now));
  }

  private static String times(int tried) {
    return tried == 1 ? "once" : tried + " times";
  }

  /** The worker has to look when the wait ends, even where its next question is due later. */
  private Submitted dueAt(Instant next, Instant now, Patience patience) {
    var end = deadline(patience);
    var due = end.isAfter(now) && end.isBefore(next) ? end : next;
    return new Submitted(order, facts.askAt(due));
  }

  /** When the wait ends, unless more is learned: much later where Daraja could not be asked. */
  private Instant deadline(Patience patience) {
    var queries = facts.queries();
    var asked = queries.answered() > 0 || queries.tried() >= ENOUGH_TRIES;
    var wait = patience.recoveryDeadline().multipliedBy(asked ? 1 : LAST_DEADLINE);
    return submittedAt().plus(wait);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.submitted(this);
  }
}
