package io.hakika.application;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one application: one for each kind of background work, so that none waits for
 * another, and at most 64 that wait for Daraja. What it started it stops, by waiting, never by an
 * interrupt.
 */
final class Threads {

  private static final int MOST_CALLS = 64;
  private static final int KEEPERS = Background.KINDS_OF_WORK;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final ExecutorService calls;
  private final ScheduledExecutorService scheduler;
  private final boolean schedulerIsOurs;

  Threads(@Nullable ScheduledExecutorService hosts) {
    this.calls =
        new ThreadPoolExecutor(
            0,
            MOST_CALLS,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            named("hakika-call-"));
    this.schedulerIsOurs = hosts == null;
    this.scheduler =
        hosts == null ? Executors.newScheduledThreadPool(KEEPERS, named("hakika-work-")) : hosts;
  }

  /** Runs calls to Daraja; refuses one more than there are threads for. */
  Executor calls() {
    return calls;
  }

  ScheduledExecutorService scheduler() {
    return scheduler;
  }

  /** Takes no further work; what is under way goes on. */
  void close() {
    calls.shutdown();
    if (schedulerIsOurs) {
      scheduler.shutdown();
    }
  }

  /** Waits for what is under way. */
  void await(Deadline deadline) throws InterruptedException {
    calls.awaitTermination(deadline.left(), TimeUnit.NANOSECONDS);
    if (schedulerIsOurs) {
      scheduler.awaitTermination(deadline.left(), TimeUnit.NANOSECONDS);
    }
  }

  private static ThreadFactory named(String prefix) {
    var number = new AtomicInteger();
    return work -> {
      var thread = new Thread(work, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
