package io.hakika.adapter.http.javalin;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what a use case broke on: a database that is away, which passes, or a mistake of ours.
 *
 * <p>A driven port may be anybody's, so it is told by the cause that any JDBC driver gives.
 */
final class Faults {

  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private static final int DEEPEST = 20;

  private Faults() {}

  /** Logs a fault, and says what to answer; what exactly broke is told to nobody outside. */
  static Problem problem(String doing, Throwable fault) {
    log(doing, fault);
    return isOutage(fault)
        ? Problem.unavailable(
            "The database is away. This request sent nothing; it may be repeated.")
        : Problem.of(
            ProblemCode.INTERNAL_ERROR,
            "Something is broken here. Ask with the request id of this answer.");
  }

  /** Logs a fault: an outage in one line, because there will be many, a mistake in full. */
  static void log(String doing, Throwable fault) {
    if (isOutage(fault)) {
      LOG.warn("The database is away while {}: {}", doing, MaskedFault.describe(fault));
    } else {
      LOG.error("Fault while {}", doing, MaskedFault.of(fault));
    }
  }

  /** Statements that are wrong, or data that breaks a rule, will not be right the next time. */
  static boolean isOutage(Throwable fault) {
    Throwable cause = fault;
    for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SQLException sql) {
        return !isMistake(sql.getSQLState());
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isMistake(String state) {
    return state != null
        && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
  }
}
