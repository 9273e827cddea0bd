package io.hakika.bootstrap.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** The log of this process. */
final class Logs {

  private Logs() {}

  /** Lets nothing but errors through: a demonstration provokes every kind of trouble on purpose. */
  static void silence() {
    for (var name : new String[] {org.slf4j.Logger.ROOT_LOGGER_NAME, "io.hakika"}) {
      if (LoggerFactory.getLogger(name) instanceof Logger logger) {
        logger.setLevel(Level.ERROR);
      }
    }
  }
}
