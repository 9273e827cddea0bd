package io.hakika.adapter.persistence.jooq;

import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.Configuration;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultConfiguration;

/** How SQL is spelt for the product behind a connection. */
final class Spelling {

  private Spelling() {}

  /**
   * Names are unquoted, so that each database folds them its own way, and values are never logged.
   *
   * @throws IllegalArgumentException if it is another product than the two we know
   */
  static Configuration of(Connection connection) throws SQLException {
    var settings =
        new Settings()
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
            .withRenderSchema(false)
            .withRenderCatalog(false)
            .withExecuteLogging(false)
            .withExecuteLoggingSQLExceptions(false)
            .withFetchWarnings(false);
    return new DefaultConfiguration().set(dialect(connection)).set(settings);
  }

  private static SQLDialect dialect(Connection connection) throws SQLException {
    var product = connection.getMetaData().getDatabaseProductName();
    return switch (product) {
      case "H2" -> SQLDialect.H2;
      case "PostgreSQL" -> SQLDialect.POSTGRES;
      default ->
          throw new IllegalArgumentException(
              "payments are kept in H2 or PostgreSQL, not in " + product);
    };
  }
}
