package io.hakika.application;

import io.hakika.application.port.driven.PaymentQueries;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driving.ReviewPayments;
import io.hakika.domain.Failed;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Verdict;
import io.hakika.domain.value.PaymentId;
import java.time.Clock;
import java.util.Optional;

/** Writes a person's decision, if the payment is still what the person looked at. */
final class ReviewService implements ReviewPayments {

  private static final int MOST_ROUNDS = 50;

  private final PaymentStore store;
  private final PaymentQueries queries;
  private final Clock clock;
  private final Runnable eventsWritten;

  ReviewService(Parts parts, Runnable eventsWritten) {
    this.store = parts.store();
    this.queries = parts.queries();
    this.clock = parts.clock();
    this.eventsWritten = eventsWritten;
  }

  @Override
  public Result resolve(Resolution resolution) {
    for (var round = 0; round < MOST_ROUNDS; round++) {
      var found = store.find(resolution.payment());
      if (found.isEmpty()) {
        return new Result.NotFound();
      }
      var result = resolve(resolution, found.get());
      if (result.isPresent()) {
        return result.get();
      }
    }
    throw new IllegalStateException(
        "payment " + resolution.payment() + " was overtaken " + MOST_ROUNDS + " times");
  }

  /** The result, or nothing if somebody else wrote the payment in between. */
  private Optional<Result> resolve(Resolution resolution, Stored was) {
    var verdict = decide(resolution, was);
    if (verdict.isEmpty()) {
      return Optional.of(undecidable(resolution));
    }
    if (resolution.version() != null && resolution.version() != was.version()) {
      return Optional.of(new Result.VersionConflict(details(resolution.payment())));
    }
    var recorded = store.record(recording(resolution, was, verdict.get()));
    if (recorded == Recorded.RECEIPT_TAKEN) {
      return Optional.of(new Result.ReceiptTaken());
    }
    if (recorded != Recorded.WRITTEN) {
      return Optional.empty();
    }
    eventsWritten.run();
    return Optional.of(new Result.Resolved(details(resolution.payment())));
  }

  private Optional<Verdict> decide(Resolution resolution, Stored was) {
    var at = clock.instant();
    var note = Chronicle.note(resolution);
    var outcome = resolution.outcome();
    if (was.payment() instanceof NeedsReview needs) {
      if (outcome instanceof Outcome.Paid paid) {
        return Optional.of(needs.resolvePaid(paid.receipt(), at));
      }
      if (outcome instanceof Outcome.Failed) {
        return Optional.of(needs.resolveFailed(note, at));
      }
    }
    return was.payment() instanceof Failed failed && outcome instanceof Outcome.Reopen
        ? Optional.of(failed.reopen(note, at))
        : Optional.empty();
  }

  private Recording recording(Resolution resolution, Stored was, Verdict verdict) {
    var entry = Chronicle.resolved(resolution, clock.instant());
    return Recording.of(was, verdict, Chronicle.with(entry, was.payment().status(), verdict));
  }

  private Result undecidable(Resolution resolution) {
    var details = details(resolution.payment());
    return store
            .lastResolution(resolution.payment())
            .filter(last -> same(last, resolution))
            .isPresent()
        ? new Result.Resolved(details)
        : new Result.NotReviewable(details);
  }

  private static boolean same(Entry last, Resolution resolution) {
    var detail = last.detail();
    return resolution.by().equals(detail.get("by"))
        && Chronicle.note(resolution).value().equals(detail.get("note"))
        && detail.entrySet().containsAll(Chronicle.outcome(resolution.outcome()).entrySet());
  }

  private Details details(PaymentId id) {
    return queries
        .details(id)
        .orElseThrow(() -> new IllegalStateException("payment " + id + " is gone"));
  }
}
