package io.hakika.bootstrap.service;

import io.hakika.adapter.http.javalin.Health;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether the database answers. A look that does not come back counts as a
 * database that is away.
 */
final class DatabaseHealth implements Health, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration STALE = Duration.ofSeconds(5);
  private static final int ANSWER_SECONDS = 2;

  private final DataSource database;
  private final ScheduledExecutorService looker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "hakika-health");
            thread.setDaemon(true);
            return thread;
          });

  private volatile boolean answers = true;
  private volatile long lookedAt = System.nanoTime();

  DatabaseHealth(DataSource database) {
    this.database = database;
    looker.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public List<String> failedParts() {
    return up() ? List.of() : List.of("database");
  }

  @Override
  public boolean keepsCallbacks() {
    return up();
  }

  private boolean up() {
    return answers && System.nanoTime() - lookedAt < STALE.toNanos();
  }

  private void look() {
    var before = answers;
    answers = answersNow();
    lookedAt = System.nanoTime();
    if (before != answers) {
      LOG.warn("The database {}", answers ? "answers again" : "does not answer");
    }
  }

  private boolean answersNow() {
    try (var connection = database.getConnection()) {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Waits for a look that is under way; nothing is interrupted. */
  @Override
  public void close() {
    looker.shutdown();
    try {
      looker.awaitTermination(2L * ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
