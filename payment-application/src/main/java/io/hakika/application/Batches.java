package io.hakika.application;

import io.hakika.application.port.driven.PaymentStore.Stored;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Works on the payments of one claim side by side, so that none outlives its lease waiting. */
final class Batches {

  private final Executor calls;

  Batches(Executor calls) {
    this.calls = calls;
  }

  void run(List<Stored> claimed, Job<Step> job, Tally tally) {
    var running = claimed.stream().map(one -> begin(() -> guarded(one, job, tally))).toList();
    running.forEach(CompletableFuture::join);
  }

  private CompletableFuture<Void> begin(Runnable work) {
    try {
      return CompletableFuture.runAsync(work, calls);
    } catch (RejectedExecutionException e) {
      // Every thread is busy with a customer's checkout: this one does it itself.
      work.run();
      return CompletableFuture.completedFuture(null);
    }
  }

  private static void guarded(Stored one, Job<Step> job, Tally tally) {
    tally.guard(one.payment().id(), () -> job.on(one));
  }

  /** What is done to one payment. */
  interface Job<R> {

    R on(Stored claimed);
  }
}
