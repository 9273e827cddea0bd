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

/** Looks after payments that fell silent. Three kinds of work, one way of going about it. */
final class RecoveryService implements RecoverPayments {

  /** Longer than one exchange with Daraja may take; after it another instance takes over. */
  private static final Duration LEASE = Duration.ofSeconds(30);

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
  private final Batches batches;

  RecoveryService(
      Parts parts, Recorder recorder, Pushing pushing, Asking asking, CallbackService callbacks) {
    this.store = parts.store();
    this.queries = parts.queries();
    this.patience = parts.patience();
    this.clock = parts.clock();
    this.batches = new Batches(parts.calls());
    this.recorder = recorder;
    this.pushing = pushing;
    this.asking = asking;
    this.callbacks = callbacks;
  }

  @Override
  public Pass sweep() {
    return pass(Work.RECOVERY, this::lookAfter);
  }

  @Override
  public Pass resend() {
    return pass(Work.PUSH, this::sendAgain);
  }

  @Override
  public Pass weighKept() {
    var tally = new Tally();
    for (var batch = 0; batch < MOST_BATCHES; batch++) {
      var kept = store.claimKept(clock.instant(), LEASE, BATCH);
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
      return new Asked.TooSoon(now.plus(Patience.BETWEEN_QUERIES));
    }
    store.find(id).ifPresent(asking::askInAnyCase);
    return queries.details(id).<Asked>map(Asked.Answered::new).orElseGet(Asked.NotFound::new);
  }

  private Pass pass(Work work, Batches.Job<Step> job) {
    var tally = new Tally();
    for (var batch = 0; batch < MOST_BATCHES; batch++) {
      var claimed = store.claimDue(work, clock.instant(), LEASE, BATCH);
      batches.run(claimed, job, tally);
      var unserved = tally.takeUnserved();
      if (!unserved.isEmpty()) {
        store.release(unserved);
      }
      if (claimed.isEmpty() || !unserved.isEmpty()) {
        break;
      }
    }
    return tally.pass();
  }

  private Step lookAfter(Stored due) {
    var now = clock.instant();
    var lapsed = due.payment().lapse(now, patience);
    if (lapsed.isPresent()) {
      return lapse(due);
    }
    var asked = due.payment().recoveryDue();
    if (asked.isEmpty() || asked.get().isAfter(now)) {
      store.release(List.of(due.payment().id()));
      return Step.LOOKED;
    }
    return ask(due, now);
  }

  private Step ask(Stored due, Instant now) {
    var next = asking.budgetFree(now);
    if (next.isPresent()) {
      return Step.unserved(next.get());
    }
    if (!store.claimQuery(due.payment().id(), now, patience.betweenScheduledQueries())) {
      // Somebody asked a moment ago; what they learn settles when to ask again.
      return Step.LOOKED;
    }
    var written = asking.ask(due);
    var overdue = written.verdict().now().lapse(clock.instant(), patience).isPresent();
    return overdue ? lapse(read(due)) : written.moved() ? Step.MOVED : Step.LOOKED;
  }

  private Step sendAgain(Stored due) {
    var now = clock.instant();
    if (due.payment().lapse(now, patience).isPresent()) {
      return lapse(due);
    }
    if (!(due.payment() instanceof Pending pending)) {
      return Step.LOOKED;
    }
    var claim = pending.claimPush(now, patience);
    return claim.isPresent() ? send(due, claim.get(), now) : Step.LOOKED;
  }

  private Step send(Stored due, Verdict.Kept claim, Instant now) {
    var attempt = ((Pending) claim.now()).push().attempts();
    var sent = Chronicle.pushSent(due.payment().order(), attempt, now);
    var recorded = store.record(Recording.of(due, claim, List.of(sent)));
    if (recorded != Recorded.WRITTEN) {
      return Step.LOOKED;
    }
    return pushing.send(read(due)).moved() ? Step.MOVED : Step.LOOKED;
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

  private Stored read(Stored before) {
    var id = before.payment().id();
    return store
        .find(id)
        .orElseThrow(() -> new IllegalStateException("payment " + id + " is gone"));
  }
}
