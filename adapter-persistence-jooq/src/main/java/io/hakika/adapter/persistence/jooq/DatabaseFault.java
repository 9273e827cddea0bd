package io.hakika.adapter.persistence.jooq;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something broke between us and the database.
 *
 * <p>Drivers put statements and rows into their messages, and with them phone numbers and tokens.
 * So the driver's exception is not passed on, and its words only where they speak of a connection.
 */
final class DatabaseFault extends RuntimeException {

  private static final long serialVersionUID = 1;

  private static final String UNIQUE_VIOLATION = "23505";

  /** H2's "database may be already in use". */
  private static final String FILE_IN_USE = "90020";

  /** Deadlocks, lock time-outs and rows that somebody else was just writing, on both databases. */
  private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

  /**
   * Connections, log-ins, resources, interventions, the system; H2's own; and none at all, which is
   * a pool's way.
   */
  private static final Pattern SPEAKS_OF_NO_ROW = Pattern.compile("|(08|28|53|57|58|90).*");

  /** H2's two ways to say that there is no such table, and PostgreSQL's. */
  private static final Set<String> NO_TABLE = Set.of("42S02", "42S04", "42P01");

  private static final int MOST_CAUSES = 20;

  private final String state;

  private DatabaseFault(String message, @Nullable String state, StackTraceElement[] trace) {
    super(message, bare(message, state));
    this.state = state == null ? "" : state;
    setStackTrace(trace);
  }

  /**
   * What callers who know JDBC alone can tell a broken connection by; our words in place of the
   * driver's. Null where no database was to blame.
   */
  private static @Nullable SQLException bare(String message, @Nullable String state) {
    if (state == null) {
      return null;
    }
    var bare = new SQLException(message, state);
    bare.setStackTrace(new StackTraceElement[0]);
    return bare;
  }

  static DatabaseFault of(Throwable broken) {
    return in(broken)
        .orElseGet(
            () ->
                new DatabaseFault(
                    "the database layer broke: " + broken.getClass().getSimpleName(),
                    null,
                    broken.getStackTrace()));
  }

  /** The fault of a database that caused {@code broken}, if one did. */
  static Optional<DatabaseFault> in(Throwable broken) {
    var cause = sqlException(broken);
    if (cause == null) {
      return Optional.empty();
    }
    var state = cause.getSQLState() == null ? "" : cause.getSQLState();
    return Optional.of(new DatabaseFault(message(cause, state), state, broken.getStackTrace()));
  }

  private static @Nullable SQLException sqlException(Throwable broken) {
    Throwable at = broken;
    for (var depth = 0; at != null && depth < MOST_CAUSES; depth++) {
      if (at instanceof BatchUpdateException batch && batch.getNextException() != null) {
        return batch.getNextException();
      }
      if (at instanceof SQLException found) {
        return found;
      }
      at = at.getCause();
    }
    return null;
  }

  private static String message(SQLException cause, String state) {
    if (state.equals(FILE_IN_USE)) {
      return "the H2 database file is in use by another process: stop that one, or use PostgreSQL"
          + " where several are to share a database";
    }
    var known = "SQLState " + (state.isEmpty() ? "unknown" : state);
    if (NO_TABLE.contains(state)) {
      return "a table is missing (" + known + "): the schema has to be migrated first";
    }
    return speaksOfConnection(cause, state)
        ? "the database cannot be used (" + known + "): " + firstLine(cause)
        : "the database refused a statement (" + known + ", code " + cause.getErrorCode() + ")";
  }

  private static boolean speaksOfConnection(SQLException cause, String state) {
    return cause instanceof SQLTransientConnectionException
        || cause instanceof SQLNonTransientConnectionException
        || SPEAKS_OF_NO_ROW.matcher(state).matches();
  }

  private static String firstLine(SQLException cause) {
    var words = cause.getMessage() == null ? "" : cause.getMessage();
    var line = words.lines().findFirst().orElse("");
    var statement = line.indexOf("; SQL statement");
    return statement < 0 ? line : line.substring(0, statement);
  }

  /** Whether somebody else has what only one may have. */
  boolean isUniqueViolation() {
    return state.equals(UNIQUE_VIOLATION);
  }

  /** Whether nothing was written and the same transaction may well succeed at once. */
  boolean isPassing() {
    return PASSING.contains(state);
  }
}
