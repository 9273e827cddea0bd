package io.hakika.application;

import io.hakika.domain.value.PaymentId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Works on the payments of one claim side by side, so that none outlives its lease waiting. */
final class Batches {

  private final Executor calls;

  Batches(Executor calls) {
    this.calls = calls;
  }

  void run(List<Job> jobs, Tally tally) {
    var running = jobs.stream().map(job -> begin(() -> tally.guard(job.id(), job.work()))).toList();
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

  /** What is done to one payment. */
  record Job(PaymentId id, Supplier<Step> work) {}
}
