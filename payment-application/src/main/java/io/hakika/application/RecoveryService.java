package io.hakika.application;

import io.hakika.application.port.driven.PaymentQueries;
import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.PaymentStore.Work;
import io.hakika.application.port.driving.RecoverPayments;
import io.hakika.domain.Paid;
import io.hakika.domain.Patience;
import io.hakika.domain.Payment;
import io.hakika.domain.Pending;
import io.hakika.domain.Verdict;
import io.hakika.domain.value.PaymentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks after payments that fell silent. Three kinds of work, one way of going about it. */
final class RecoveryService implements RecoverPayments {

  /** Weighing asks nobody, and must happen within 30 seconds even if one instance dies at it. */
  private static final Duration KEPT_LEASE = Duration.ofSeconds(10);

  private static final int BATCH = 8;
  private static final int MOST_BATCHES = 250;

  private final PaymentStore store;
  private final PaymentQueries queries;
  private final Recorder recorder;
  private final Pushing pushing;
  private final Asking asking;
  private final CallbackService callbacks;
  private final Patience patience;
  private final Clock clock;
  private final Closing closing;
  private final DueWork dueWork;
  private final Lanes questions = new Lanes(due -> dueAt(due.payment().recoveryDue()));
  private final Lanes pushes = new Lanes(due -> dueAt(due.payment().pushDue()));

  RecoveryService(
      Parts parts, Recorder recorder, Pushing pushing, Asking asking, CallbackService callbacks) {
    this.store = parts.store();
    this.queries = parts.queries();
    this.patience = parts.patience();
    this.clock = parts.clock();
    this.closing = parts.closing();
    this.dueWork = new DueWork(parts);
    this.recorder = recorder;
    this.pushing = pushing;
    this.asking = asking;
    this.callbacks = callbacks;
  }

  private static Instant dueAt(Optional<Instant> due) {
    return due.orElse(Instant.MAX);
  }

  @Override
  public Pass sweep() {
    return dueWork.pass(Work.RECOVERY, questions, this::lookAfter);
  }

  @Override
  public Pass resend() {
    return dueWork.pass(Work.PUSH, pushes, this::sendAgain);
  }

  @Override
  public Pass weighKept() {
    var tally = new Tally();
    for (var batch = 0; batch < MOST_BATCHES && !closing.begun(); batch++) {
      var kept = store.claimKept(clock.instant(), KEPT_LEASE, BATCH);
      if (kept.isEmpty()) {
        break;
      }
      for (var one : kept) {
        tally.guard(null, () -> callbacks.weighKept(one) ? Step.MOVED : Step.LOOKED);
      }
    }
    return tally.pass();
  }

  @Override
  public Asked recover(PaymentId id) {
    var details = queries.details(id);
    if (details.isEmpty()) {
      return new Asked.NotFound();
    }
    var payment = details.get().payment();
    if (payment instanceof Paid) {
      return new Asked.Answered(details.get());
    }
    if (payment.facts().ids() == null) {
      return new Asked.NotQueryable();
    }
    var now = clock.instant();
    if (!store.claimQuery(id, now, Patience.BETWEEN_QUERIES)) {
      return new Asked.TooSoon(askAgainAt(payment, now));
    }
    store.find(id).map(asking::askInAnyCase).ifPresent(this::lapseIfOverdue);
    return queries.details(id).<Asked>map(Asked.Answered::new).orElseGet(Asked.NotFound::new);
  }

  private static Instant askAgainAt(Payment payment, Instant now) {
    var answered = payment.facts().queries().lastTriedAt();
    var at = answered == null ? now : answered;
    var again = at.plus(Patience.BETWEEN_QUERIES);
    // Whoever asked last may still wait for the answer.
    return again.isAfter(now) ? again : now.plus(Patience.BETWEEN_QUERIES);
  }

  /** Settles on the pass's own thread who gets a question out of the budget. */
  private Supplier<Step> lookAfter(Stored due) {
    var now = clock.instant();
    if (due.payment().lapse(now, patience).isPresent()) {
      return () -> lapse(due);
    }
    var next = asking.budgetFree(now);
    if (next.isPresent()) {
      return () -> Step.unserved(next.get());
    }
    questions.served();
    return () -> ask(due, now);
  }

  private Step ask(Stored due, Instant now) {
    if (!store.claimQuery(due.payment().id(), now, patience.betweenScheduledQueries())) {
      // Somebody asked a moment ago; what they learn settles when to ask again.
      return Step.LOOKED;
    }
    return lapseIfOverdue(asking.ask(due));
  }

  /** An answer may be all that was missing to end a long wait. */
  private Step lapseIfOverdue(Recorder.Written written) {
    var asked = written.verdict().now();
    return asked.lapse(clock.instant(), patience).isPresent()
        ? lapse(read(asked.id()))
        : written.moved() ? Step.MOVED : Step.LOOKED;
  }

  /** Settles on the pass's own thread who gets a push out of the rate. */
  private Supplier<Step> sendAgain(Stored due) {
    var now = clock.instant();
    if (due.payment().lapse(now, patience).isPresent()) {
      return () -> lapse(due);
    }
    var claim =
        due.payment() instanceof Pending pending
            ? pending.claimPush(now, patience)
            : Optional.<Verdict.Kept>empty();
    if (claim.isEmpty()) {
      return () -> Step.LOOKED;
    }
    var next = pushing.rateFree(now);
    if (next.isPresent()) {
      return () -> Step.unserved(next.get());
    }
    pushes.served();
    return () -> send(due, claim.get(), now);
  }

  private Step send(Stored due, Verdict.Kept claim, Instant now) {
    var attempt = ((Pending) claim.now()).push().attempts();
    var sent = Chronicle.pushSent(due.payment().order(), attempt, now);
    var recorded = store.record(Recording.of(due, claim, List.of(sent)));
    if (recorded != Recorded.WRITTEN) {
      return Step.LOOKED;
    }
    return pushing.sendInTurn(read(due.payment().id())).moved() ? Step.MOVED : Step.LOOKED;
  }

  private Step lapse(Stored due) {
    var now = clock.instant();
    var written = recorder.record(due, was -> lapsed(was, now));
    return written.moved() ? Step.MOVED : Step.LOOKED;
  }

  private Recording lapsed(Stored was, Instant now) {
    Payment payment = was.payment();
    var verdict =
        payment
            .lapse(now, patience)
            .orElseGet(() -> new Verdict.Ignored(payment, Verdict.Reading.DUPLICATE));
    var died = verdict instanceof Verdict.Kept ? Chronicle.senderDied(now) : null;
    return Recording.of(was, verdict, Chronicle.with(died, payment.status(), verdict));
  }

  private Stored read(PaymentId id) {
    return store
        .find(id)
        .orElseThrow(() -> new IllegalStateException("payment " + id + " is gone"));
  }
}
