package io.hakika.domain;

import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Verdict.Ignored;
import io.hakika.domain.Verdict.Kept;
import io.hakika.domain.Verdict.Moved;
import io.hakika.domain.Verdict.Reading;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Agreed, and not yet acknowledged by Daraja: see {@link Push} for what that hides. */
public record Pending(Order order, Facts facts, Push push) implements Payment {

  /** A new payment whose creator is about to send its push. */
  public static Pending open(Order order, Patience patience) {
    var since = order.createdAt();
    return new Pending(
        order, Facts.NONE, new Push.Claimed(1, since, since.plus(patience.pushLease())));
  }

  @Override
  public PaymentStatus status() {
    return PaymentStatus.PENDING;
  }

  /** This payment with its queued push claimed by us; empty where nothing is queued and due. */
  public Optional<Kept> claimPush(Instant now, Patience patience) {
    if (!(push instanceof Push.Queued queued) || queued.nextAt().isAfter(now)) {
      return Optional.empty();
    }
    var claim = new Push.Claimed(queued.attempts() + 1, now, now.plus(patience.pushLease()));
    return Optional.of(kept(claim));
  }

  /** Whether the push may still be sent under the claim: false once its sender counts as dead. */
  public boolean maySend(Instant now) {
    return push instanceof Push.Claimed claimed && now.isBefore(claimed.deadAt());
  }

  /** Whether the outcome of the push is unknown, so that another payment may replace this one. */
  public boolean pushUnknown() {
    return push instanceof Push.Unknown;
  }

  @Override
  public Verdict weigh(Evidence evidence, Patience patience) {
    if (evidence instanceof PushAnswer answer) {
      return weighPush(answer, patience);
    }
    if (evidence instanceof Evidence.Callback callback) {
      return weighCallback(callback);
    }
    if (evidence instanceof Evidence.QueryAnswer answer) {
      var heard = facts.withQueries(facts.queries().with(answer)).askAt(null);
      return Moves.keptIfChanged(this, heard, Reading.APPLIED);
    }
    return Moves.mismatched(this, facts.askSoon(evidence.at()));
  }

  private Verdict weighPush(PushAnswer answer, Patience patience) {
    if (answer instanceof PushAnswer.Accepted accepted) {
      return submitted(accepted, patience);
    }
    if (answer instanceof PushAnswer.Refused refused) {
      return Moves.failed(order, facts, Moves.decline(refused), refused.at());
    }
    if (answer instanceof PushAnswer.NotSent notSent && push instanceof Push.Claimed) {
      var next = nextPush(notSent, patience);
      return kept(new Push.Queued(push.attempts(), next, notSent.reason()));
    }
    if (answer instanceof PushAnswer.Unknown && !pushUnknown()) {
      return kept(unknown(answer.at(), patience));
    }
    // A push that went missing once is never sent again, whatever a late answer says of it.
    return new Ignored(this, Reading.DUPLICATE);
  }

  private Moved<Submitted> submitted(PushAnswer.Accepted accepted, Patience patience) {
    var named = accepted.ids().checkoutRequestId();
    var stored = facts.ids();
    var other = stored != null && !stored.checkoutRequestId().equals(named);
    var learned = other ? facts.attend(Attention.MISMATCHED_CALLBACK) : facts;
    var acknowledged = learned.withIds(accepted.ids()).acknowledged(accepted.at());
    return new Moved<>(
        Submitted.begin(order, acknowledged, patience),
        List.of(new PaymentEvent.Submitted(id(), named, accepted.at())));
  }

  private Verdict weighCallback(Evidence.Callback callback) {
    var judgement = Judgement.of(this, callback);
    return switch (judgement.kind()) {
      case MISMATCHED -> Moves.mismatched(this, callback.at());
      case NO_OUTCOME -> Moves.keptIfChanged(this, judgement.facts(), Reading.APPLIED);
      case FAILURE ->
          Moves.failed(order, judgement.facts(), Moves.decline(callback.said()), callback.at());
      case FAILURE_WITH_RECEIPT ->
          Moves.contradictory(this, judgement.facts(), callback, Failed.WITH_RECEIPT);
      default -> Moves.success(this, judgement, callback);
    };
  }

  @Override
  public Optional<Verdict> lapse(Instant now, Patience patience) {
    if (push instanceof Push.Claimed claimed && !now.isBefore(claimed.deadAt())) {
      return Optional.of(kept(unknown(claimed.since(), patience)));
    }
    if (push instanceof Push.Queued queued && !now.isBefore(sendUntil(patience))) {
      var decline =
          new Decline("not_sent", queued.why(), FailureCategory.BUSY, Decline.Source.SUBMISSION);
      return Optional.of(Moves.failed(order, facts, decline, now));
    }
    if (push instanceof Push.Unknown unknown && !now.isBefore(unknown.reviewAt())) {
      return Optional.of(
          Moves.review(
              this,
              facts,
              Review.Reason.SUBMISSION_UNKNOWN,
              "nobody can say whether the prompt was sent, and no callback came",
              now));
    }
    return Optional.empty();
  }

  @Override
  public Optional<Instant> pushDue() {
    if (push instanceof Push.Claimed claimed) {
      return Optional.of(claimed.deadAt());
    }
    return push instanceof Push.Queued queued ? Optional.of(queued.nextAt()) : Optional.empty();
  }

  @Override
  public Optional<Instant> recoveryDue() {
    var asked = Payment.super.recoveryDue();
    if (push instanceof Push.Unknown unknown) {
      return asked.filter(due -> due.isBefore(unknown.reviewAt())).or(() -> reviewAt(unknown));
    }
    return asked;
  }

  private static Optional<Instant> reviewAt(Push.Unknown unknown) {
    return Optional.of(unknown.reviewAt());
  }

  /**
   * When to send again; when to give up, if that is sooner, however long Daraja asks us to wait.
   */
  private Instant nextPush(PushAnswer.NotSent notSent, Patience patience) {
    var giveUp = sendUntil(patience);
    var wait = Patience.untilNextPush(notSent, push.attempts());
    var left = Duration.between(notSent.at(), giveUp);
    return wait.compareTo(left) < 0 ? notSent.at().plus(wait) : giveUp;
  }

  private Instant sendUntil(Patience patience) {
    return order.createdAt().plus(patience.submissionRetry());
  }

  private Push.Unknown unknown(Instant since, Patience patience) {
    var reviewAt = since.plus(patience.submissionUnknownAfter());
    return new Push.Unknown(push.attempts(), since, reviewAt);
  }

  private Kept kept(Push next) {
    return new Kept(new Pending(order, facts, next), Reading.APPLIED);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.pending(this);
  }
}
