package io.hakika.adapter.persistence.jooq;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Forces H2's commits to the disk: one {@code CHECKPOINT SYNC} for everybody who waits by then.
 *
 * <p>Whoever comes while one is under way is served by the next: the one under way may have begun
 * before that commit. A fault reaches everybody it fails. Waiting is bounded, and nobody is
 * interrupted.
 */
final class GroupCommit implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final Sync sync;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private CompletableFuture<Void> next = new CompletableFuture<>();
  private int waiting;
  private boolean closed;

  private GroupCommit(Sync sync) {
    this.sync = sync;
    this.thread = new Thread(this::run, "hakika-group-commit");
    thread.setDaemon(true);
  }

  /** Forces once at the start, so that a user who may not do so is found out then. */
  static GroupCommit over(DataSource pool) {
    checkpoint(pool);
    return over(() -> checkpoint(pool));
  }

  static GroupCommit over(Sync sync) {
    var group = new GroupCommit(sync);
    group.thread.start();
    return group;
  }

  private static void checkpoint(DataSource pool) {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    } catch (SQLException e) {
      throw DatabaseFault.of(e);
    }
  }

  /** Returns once everything that was committed before this call is on the disk. */
  void await() {
    awaitEnd(join());
  }

  private CompletableFuture<Void> join() {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the database was closed before the commit was on disk");
      }
      waiting++;
      changed.signal();
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** How many wait for the next round. */
  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }

  /** Waits on through an interrupt: the commit is made, only its being on disk is awaited. */
  private static void awaitEnd(CompletableFuture<Void> round) {
    var until = System.nanoTime() + LONGEST_WAIT.toNanos();
    var interrupted = false;
    try {
      while (true) {
        try {
          round.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw notOnDisk(e.getCause());
    } catch (TimeoutException e) {
      throw notOnDisk(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static IllegalStateException notOnDisk(Throwable cause) {
    return new IllegalStateException("committed, but it is not known to be on disk", cause);
  }

  private void run() {
    var round = takeRound();
    while (round != null) {
      serve(round);
      round = takeRound();
    }
  }

  private void serve(CompletableFuture<Void> round) {
    try {
      sync.run();
      round.complete(null);
    } catch (RuntimeException | Error e) {
      round.completeExceptionally(e);
    }
  }

  /** The next round once somebody waits for it; null once closed and nobody does. */
  private @Nullable CompletableFuture<Void> takeRound() {
    lock.lock();
    try {
      while (waiting == 0 && !closed) {
        changed.awaitUninterruptibly();
      }
      if (waiting == 0) {
        return null;
      }
      var round = next;
      next = new CompletableFuture<>();
      waiting = 0;
      return round;
    } finally {
      lock.unlock();
    }
  }

  /** Serves who waits, and ends the thread. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(CLOSING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Forces everything that is committed to the disk. */
  @FunctionalInterface
  interface Sync {

    void run();
  }
}
