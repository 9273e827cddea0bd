package io.hakika.adapter.daraja.simulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one simulator: some that read requests, some that do what follows, one that keeps
 * time. None sleeps through a delay, so thousands of prompts may be open at once.
 */
final class Crew implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DarajaSimulator.class);
  private static final int READERS = 64;
  private static final int WORKERS = 32;
  private static final int MOST_WAITING = 10_000;
  private static final long IDLE_SECONDS = 5;

  /** Longer than a callback may take, so that a callback under way can end. */
  private static final long CLOSING_SECONDS = 15;

  private final ThreadPoolExecutor readers = pool(READERS, "daraja-simulator-request-");
  private final ThreadPoolExecutor workers = pool(WORKERS, "daraja-simulator-work-");
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, named("daraja-simulator-timer-"));

  Crew() {
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Runs the reading of requests. */
  Executor readers() {
    return readers;
  }

  /** Does {@code work} soon, on another thread; not at all once closed. */
  void now(Runnable work) {
    try {
      workers.execute(() -> watched(work));
    } catch (RejectedExecutionException e) {
      if (!workers.isShutdown()) {
        throw e;
      }
    }
  }

  /** Does {@code work} after {@code delay}; not at all once closed. */
  void after(Duration delay, Runnable work) {
    if (delay.isZero()) {
      now(work);
      return;
    }
    try {
      timer.schedule(() -> watched(() -> now(work)), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      if (!timer.isShutdown()) {
        throw e;
      }
    }
  }

  /** Drops what has not begun, and waits for what has. */
  @Override
  public void close() {
    timer.shutdown();
    for (var pool : List.of(readers, workers)) {
      pool.shutdown();
      pool.getQueue().clear();
    }
    try {
      timer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
      readers.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
      workers.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void watched(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("The simulator failed at its own work", e);
    }
  }

  private static ThreadPoolExecutor pool(int size, String name) {
    var pool =
        new ThreadPoolExecutor(
            size,
            size,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            named(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
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
