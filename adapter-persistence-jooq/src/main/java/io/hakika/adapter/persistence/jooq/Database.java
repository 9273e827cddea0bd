package io.hakika.adapter.persistence.jooq;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

/**
 * A database that the ports of this package share: H2 or PostgreSQL behind a pool of the caller's.
 *
 * <p>Takes a connection for each transaction and gives it back before it waits for anything else.
 * Safe for use by many threads. Closing it leaves the pool open.
 */
public final class Database implements AutoCloseable {

  private static final int MOST_ATTEMPTS = 5;
  private static final Duration LONGEST_TRYING = Duration.ofSeconds(10);

  private final DataSource pool;
  private final Configuration spelling;
  private final @Nullable GroupCommit groupCommit;

  private Database(DataSource pool, Configuration spelling, @Nullable GroupCommit groupCommit) {
    this.pool = pool;
    this.spelling = spelling;
    this.groupCommit = groupCommit;
  }

  /**
   * A database behind {@code pool}, whose connections must be in auto-commit mode and READ
   * COMMITTED. {@link DatabaseSettings#check} and {@link Schema#check} belong before it.
   *
   * @param durability what a commit survives; on PostgreSQL a power cut in any case
   * @throws IllegalArgumentException if it is another product
   * @throws RuntimeException if it cannot be reached
   */
  public static Database over(DataSource pool, Durability durability) {
    Objects.requireNonNull(pool, "pool");
    Objects.requireNonNull(durability, "durability");
    try (var connection = pool.getConnection()) {
      var spelling = Spelling.of(connection);
      var ours = spelling.dialect() == SQLDialect.H2 && durability == Durability.POWER;
      return new Database(pool, spelling, ours ? GroupCommit.over(pool) : null);
    } catch (SQLException e) {
      throw DatabaseFault.of(e);
    }
  }

  /** Reads what is committed. */
  <T> T read(Function<DSLContext, T> work) {
    try (var connection = open()) {
      return work.apply(over(connection));
    } catch (SQLException | DataAccessException e) {
      throw DatabaseFault.of(e);
    }
  }

  /**
   * Runs {@code work} in one transaction; what it wrote is committed and durable on return. It is
   * run again, a few times, where it fell victim to a deadlock or waited too long for a row.
   */
  <T> T write(Function<Transaction, T> work) {
    var until = System.nanoTime() + LONGEST_TRYING.toNanos();
    for (var attempt = 1; ; attempt++) {
      try {
        return transact(work);
      } catch (DatabaseFault fault) {
        var enough = attempt == MOST_ATTEMPTS || System.nanoTime() - until >= 0;
        if (!fault.isPassing() || enough) {
          throw fault;
        }
      }
    }
  }

  private <T> T transact(Function<Transaction, T> work) {
    T result;
    boolean written;
    try (var connection = open()) {
      connection.setAutoCommit(false);
      var transaction = new Transaction(over(connection));
      var ended = false;
      try {
        result = work.apply(transaction);
        written = !transaction.isGivenUp();
        end(connection, transaction);
        ended = true;
      } finally {
        if (!ended) {
          rollBack(connection);
        }
      }
    } catch (SQLException | DataAccessException e) {
      throw DatabaseFault.of(e);
    }
    if (written) {
      awaitDurable();
    }
    return result;
  }

  private static void end(Connection connection, Transaction transaction) throws SQLException {
    if (transaction.isGivenUp()) {
      connection.rollback();
    } else {
      connection.commit();
    }
    connection.setAutoCommit(true);
  }

  /** While something else is being thrown, which must not be hidden by a fault of this. */
  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // The connection is broken, and closed next: the database rolls back by itself.
      return;
    }
  }

  private Connection open() throws SQLException {
    var connection = pool.getConnection();
    if (!connection.getAutoCommit()) {
      connection.close();
      throw new IllegalStateException(
          "Hakika needs connections of its own, in auto-commit mode: this one is in a transaction"
              + " of the host's, or its pool has auto-commit off");
    }
    return connection;
  }

  private DSLContext over(Connection connection) {
    return DSL.using(spelling.derive(new DefaultConnectionProvider(connection)));
  }

  /** Returns once everything that is committed by now is durable. */
  void awaitDurable() {
    if (groupCommit != null) {
      groupCommit.await();
    }
  }

  /**
   * What an operator can do about {@code fault}, in one line without personal data; for example
   * when a pool over an H2 file cannot be opened because another process has the file.
   */
  public static String explain(Throwable fault) {
    var known = fault instanceof DatabaseFault ? fault : DatabaseFault.in(fault).orElse(null);
    var message = known == null ? fault.getMessage() : known.getMessage();
    return message == null
        ? fault.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  /**
   * Closes an embedded H2 database for good, once every pool over it is closed; nothing for another
   * database. Until then H2 keeps the file open, whoever disconnects.
   */
  public static void shutDown(String url, @Nullable String user, @Nullable String password) {
    if (!H2Url.isH2(url)) {
      return;
    }
    try (var connection = DriverManager.getConnection(url, user, password);
        var statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException e) {
      throw DatabaseFault.of(e);
    }
  }

  /** Ends the thread that forces commits to the disk, where there is one. */
  @Override
  public void close() {
    if (groupCommit != null) {
      groupCommit.close();
    }
  }
}
