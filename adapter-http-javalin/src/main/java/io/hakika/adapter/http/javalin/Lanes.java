package io.hakika.adapter.http.javalin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that use cases run on, a pool for each kind of waiting. The server's own threads only
 * gather requests and hand them over, so checkouts that wait for Daraja cannot hold up callbacks,
 * and a database that hangs cannot hold up health.
 *
 * <p>No thread is ever interrupted: it may hold a connection.
 */
final class Lanes {

  /** More than both listeners can bring, so that no callback is refused for want of room. */
  private static final int CALLBACKS_WAITING = 2 * Jetty.MOST_CONNECTIONS;

  /** Fewer than the usual pool has connections: whatever is read, some are left for callbacks. */
  private static final int READS = 8;

  private final ExecutorService daraja = lane("daraja", 256, 256);
  private final ExecutorService database = lane("database", READS, 512);
  private final ExecutorService callbacks = lane("callback", 64, CALLBACKS_WAITING);

  /** For what waits for Daraja, up to twenty seconds each. */
  Executor daraja() {
    return daraja;
  }

  /** For what waits for the database alone. */
  Executor database() {
    return database;
  }

  /** For callbacks, and nothing else. */
  Executor callbacks() {
    return callbacks;
  }

  /** Begins nothing more, and waits at most {@code longest} for what was begun. */
  void close(Duration longest) {
    var deadline = System.nanoTime() + longest.toNanos();
    try {
      for (var lane : List.of(daraja, database, callbacks)) {
        lane.shutdown();
      }
      for (var lane : List.of(daraja, database, callbacks)) {
        lane.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ExecutorService lane(String name, int threads, int waiting) {
    var number = new AtomicInteger();
    var lane =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            work -> {
              var thread = new Thread(work, "hakika-" + name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    lane.allowCoreThreadTimeOut(true);
    return lane;
  }
}
