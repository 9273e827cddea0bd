package io.hakika.application;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler whose time a test steps by hand; what is due then runs on the test's own thread. Only
 * what is done once after a wait can be scheduled: nothing else is asked of it.
 */
final class ManualScheduler extends AbstractExecutorService implements ScheduledExecutorService {

  private final List<Task> tasks = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private boolean shutdown;

  /** Lets time pass, and runs what becomes due, in order. */
  void passes(Duration time) {
    var until = now.plus(time);
    for (var next = next(until); next != null; next = next(until)) {
      tasks.remove(next);
      now = later(now, next.due);
      next.run();
    }
    now = until;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private @Nullable Task next(Duration until) {
    return tasks.stream()
        .filter(task -> task.due.compareTo(until) <= 0)
        .min(Comparator.comparing(task -> task.due))
        .orElse(null);
  }

  /** What waits to be run, the longest wait last. */
  List<Duration> waits() {
    return tasks.stream().map(task -> task.due.minus(now)).sorted().toList();
  }

  /** The one task that waits; a test may run it although it was cancelled, as a race would. */
  Runnable only() {
    if (tasks.size() != 1) {
      throw new AssertionError("not one task waits, but " + tasks.size());
    }
    return tasks.get(0).work;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
    if (shutdown) {
      throw new RejectedExecutionException("shut down");
    }
    var task = new Task(work, now.plus(Duration.of(delay, unit.toChronoUnit())));
    tasks.add(task);
    return task;
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable work, long first, long period, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable work, long first, long delay, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void execute(Runnable work) {
    schedule(work, 0, TimeUnit.NANOSECONDS);
  }

  @Override
  public void shutdown() {
    shutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return shutdown && tasks.isEmpty();
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return isTerminated();
  }

  private final class Task implements ScheduledFuture<Object> {

    private final Runnable work;
    private final Duration due;

    private Task(Runnable work, Duration due) {
      this.work = work;
      this.due = due;
    }

    private void run() {
      work.run();
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      return tasks.remove(this);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due.minus(now));
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    @Override
    public boolean isCancelled() {
      return !tasks.contains(this);
    }

    @Override
    public boolean isDone() {
      return !tasks.contains(this);
    }

    @Override
    public Object get() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Object get(long timeout, TimeUnit unit) {
      throw new UnsupportedOperationException();
    }
  }
}
