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

  /** The problem to answer with; the fault itself is logged, and told to nobody outside. */
  static Problem problem(String doing, Throwable fault) {
    if (isOutage(fault)) {
      LOG.warn("The database is away while {}: {}", doing, MaskedFault.describe(fault));
      return Problem.unavailable(
          "The database is away. This request sent nothing; it may be repeated.");
    }
    LOG.error("Fault while {}", doing, MaskedFault.of(fault));
    return Problem.of(
        ProblemCode.INTERNAL_ERROR,
        "Something is broken here. Ask with the request id of this answer.");
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
