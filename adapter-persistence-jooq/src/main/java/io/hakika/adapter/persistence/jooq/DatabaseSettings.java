package io.hakika.adapter.persistence.jooq;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Reads back whether a database keeps what it acknowledges. A URL is not trusted: some settings are
 * remembered by the database, and a pool or a server may set others.
 */
public final class DatabaseSettings {

  private DatabaseSettings() {}

  /**
   * Refuses a database that may lose what it acknowledged.
   *
   * @throws IllegalStateException if it is unsafe; the message has a line for each setting to mend
   * @throws RuntimeException if the database cannot be reached
   */
  public static void check(DataSource pool) {
    var unsafe = unsafe(pool);
    if (!unsafe.isEmpty()) {
      throw new IllegalStateException(String.join("\n", unsafe));
    }
  }

  /** What makes the database unsafe, a line each, naming what to set; empty where it is safe. */
  public static List<String> unsafe(DataSource pool) {
    try (var connection = pool.getConnection()) {
      var unsafe = new ArrayList<>(ofConnection(connection));
      var product = connection.getMetaData().getDatabaseProductName();
      switch (product) {
        case "H2" -> unsafe.addAll(H2Settings.read(connection).unsafe());
        case "PostgreSQL" -> unsafe.addAll(PostgresSettings.read(connection).unsafe());
        default -> unsafe.add("payments are kept in H2 or PostgreSQL, not in " + product);
      }
      return List.copyOf(unsafe);
    } catch (SQLException e) {
      throw DatabaseFault.of(e);
    }
  }

  private static List<String> ofConnection(Connection connection) throws SQLException {
    var unsafe = new ArrayList<String>();
    if (!connection.getAutoCommit()) {
      unsafe.add("the connection pool has auto-commit off: set autoCommit=true");
    }
    if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
      unsafe.add(
          "the connection pool sets another isolation than the database's own:"
              + " set TRANSACTION_READ_COMMITTED");
    }
    if (connection.isReadOnly()) {
      unsafe.add("the connection pool is read-only: set readOnly=false");
    }
    return unsafe;
  }
}
