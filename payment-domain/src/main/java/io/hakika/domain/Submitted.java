package io.hakika.domain;

import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Verdict.Ignored;
import io.hakika.domain.Verdict.Kept;
import io.hakika.domain.Verdict.Reading;
import io.hakika.domain.value.Review;
import java.time.Duration;
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
    return new Submitted(order, facts.askAt(submitted.noLaterThanDeadline(first, patience)));
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
    var apart = answer.at().plus(patience.betweenScheduledQueries());
    var due = noLaterThanDeadline(next, answer.at(), patience);
    // Where a deadline ends nothing yet, the worker only asks once more, and not too soon.
    due = askedEnough(heard) || due.isAfter(apart) ? due : apart;
    return new Kept(new Submitted(order, heard.askAt(due)), Reading.APPLIED);
  }

  @Override
  public Optional<Verdict> lapse(Instant now, Patience patience) {
    var queries = facts.queries();
    if (now.isBefore(deadline(patience, askedEnough(facts) ? 1 : LAST_DEADLINE))) {
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

  private static boolean askedEnough(Facts facts) {
    var queries = facts.queries();
    return queries.answered() > 0 || queries.tried() >= ENOUGH_TRIES;
  }

  private static String times(int tried) {
    return tried == 1 ? "once" : tried + " times";
  }

  private Instant noLaterThanDeadline(Instant next, Patience patience) {
    return noLaterThanDeadline(next, submittedAt(), patience);
  }

  /** The worker has to look when a deadline passes, even where its next question is due later. */
  private Instant noLaterThanDeadline(Instant next, Instant now, Patience patience) {
    var first = earlier(next, deadline(patience, 1), now);
    return earlier(first, deadline(patience, LAST_DEADLINE), now);
  }

  private static Instant earlier(Instant next, Instant deadline, Instant now) {
    return deadline.isAfter(now) && deadline.isBefore(next) ? deadline : next;
  }

  private Instant deadline(Patience patience, int times) {
    Duration wait = patience.recoveryDeadline().multipliedBy(times);
    return submittedAt().plus(wait);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.submitted(this);
  }
}
