package io.hakika.adapter.persistence.jooq;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.hakika.application.contract.StoreUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** An H2 file of a test's own with our tables in it, opened as the service opens it. */
final class TestDatabase implements AutoCloseable {

  private static final String USER = "sa";

  /** In an order in which they can be emptied. */
  private static final List<String> TABLES =
      List.of(
          "hk_entry",
          "hk_tally",
          "hk_event",
          "hk_kept_callback",
          "hk_phone",
          "hk_setting",
          "hk_payment");

  private final Path folder;
  private final String url;
  private final HikariDataSource pool;
  private final Database database;

  private TestDatabase(Durability durability) {
    this.folder = temporaryFolder();
    this.url = H2Url.safe("jdbc:h2:file:" + folder.resolve("hakika"));
    this.pool = pool(url);
    Schema.migrate(pool);
    this.database = Database.over(pool, durability);
  }

  static TestDatabase open() {
    return new TestDatabase(Durability.PROCESS);
  }

  static TestDatabase open(Durability durability) {
    return new TestDatabase(durability);
  }

  static HikariDataSource pool(String url) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(USER);
    config.setPassword("");
    config.setMaximumPoolSize(12);
    config.setConnectionTimeout(20_000);
    return new HikariDataSource(config);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("hakika-store");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return url;
  }

  HikariDataSource pool() {
    return pool;
  }

  Database database() {
    return database;
  }

  StoreUnderTest stores() {
    return stores(database);
  }

  static StoreUnderTest stores(Database database) {
    return new StoreUnderTest(
        new JooqPaymentStore(database),
        new JooqPaymentQueries(database),
        new JooqEventLog(database));
  }

  /** Takes everything out of the tables. */
  TestDatabase emptied() {
    TABLES.forEach(table -> execute("delete from " + table));
    return this;
  }

  /** Runs a statement as somebody with a SQL prompt would. */
  int execute(String sql) {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    database.close();
    pool.close();
    Database.shutDown(url, USER, "");
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
