package io.hakika.application;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one kind of background work again and again, never twice at once, sooner when woken. It is
 * ended by asking, never by an interrupt: an interrupted writer can close an embedded database.
 */
final class Loop {

  private final ScheduledExecutorService scheduler;
  private final Duration usual;
  private final Supplier<@Nullable Duration> work;

  private @Nullable ScheduledFuture<?> planned;
  private boolean running;
  private boolean wokenMeanwhile;
  private boolean closed;

  /**
   * A loop that has not begun.
   *
   * @param work one round; answers how soon the next must come, null for as usual. Must not throw
   */
  Loop(ScheduledExecutorService scheduler, Duration usual, Supplier<@Nullable Duration> work) {
    this.scheduler = scheduler;
    this.usual = usual;
    this.work = work;
  }

  /** Runs the next round now, or right after the one that is running. */
  synchronized void wake() {
    if (running) {
      wokenMeanwhile = true;
    } else {
      plan(Duration.ZERO);
    }
  }

  /** Lets no further round begin. */
  synchronized void close() {
    closed = true;
    if (planned != null) {
      planned.cancel(false);
    }
  }

  /** Waits for the round that is running, if any. */
  synchronized void await(Deadline deadline) throws InterruptedException {
    for (var left = deadline.left(); running && left > 0; left = deadline.left()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  private void round() {
    synchronized (this) {
      if (closed) {
        return;
      }
      if (running) {
        // It was cancelled for a sooner one, too late to be stopped.
        wokenMeanwhile = true;
        return;
      }
      running = true;
    }
    Duration next = null;
    try {
      next = work.get();
    } finally {
      ended(next);
    }
  }

  private synchronized void ended(@Nullable Duration next) {
    running = false;
    notifyAll();
    var wait = next == null || next.compareTo(usual) > 0 ? usual : next;
    plan(wokenMeanwhile ? Duration.ZERO : wait);
    wokenMeanwhile = false;
  }

  private void plan(Duration wait) {
    if (closed) {
      return;
    }
    if (planned != null) {
      planned.cancel(false);
    }
    try {
      planned = scheduler.schedule(this::round, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The host's scheduler was shut down before us: there is nothing left to run on.
      closed = true;
    }
  }
}
