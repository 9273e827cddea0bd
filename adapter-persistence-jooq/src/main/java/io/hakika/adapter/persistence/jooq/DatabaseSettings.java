package io.hakika.adapter.persistence.jooq;

import java.util.List;
import javax.sql.DataSource;

/** Reads back whether a database keeps what it acknowledges. */
public final class DatabaseSettings {

  private DatabaseSettings() {}

  /**
   * Refuses a database that may lose what it acknowledged.
   *
   * @throws IllegalStateException if it is unsafe; the message has a line for each setting to mend
   */
  public static void check(DataSource pool) {
    var unsafe = unsafe(pool);
    if (!unsafe.isEmpty()) {
      throw new IllegalStateException(String.join("\n", unsafe));
    }
  }

  /** What makes the database unsafe, a line each, naming what to set; empty where it is safe. */
  public static List<String> unsafe(DataSource pool) {
    throw new UnsupportedOperationException();
  }
}
