package io.hakika.bootstrap.service;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.hakika.adapter.persistence.jooq.Database;
import io.hakika.adapter.persistence.jooq.H2Url;
import io.hakika.bootstrap.settings.ConfigurationException;
import io.hakika.bootstrap.settings.StoreSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * The connections of one process to its database, which is embedded: closing the pool closes the
 * database.
 */
final class Pool implements AutoCloseable {

  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(2);
  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final Duration KEEPALIVE = Duration.ofMinutes(2);
  private static final Duration LEAK = Duration.ofSeconds(30);

  private static final int IN_USE = 90020;
  private static final int WRONG_USER = 28000;
  private static final int ABSENT = 90146;

  private final HikariDataSource connections;
  private final StoreSettings settings;
  private final String url;

  private Pool(HikariDataSource connections, StoreSettings settings, String url) {
    this.connections = connections;
    this.settings = settings;
    this.url = url;
  }

  /**
   * Opens the database, making it if it does not exist.
   *
   * @throws ConfigurationException if the URL or the user cannot be right
   * @throws StartFailure if it cannot be opened
   */
  static Pool open(StoreSettings settings) {
    var url = safe(settings.url());
    H2Url.folder(url).ifPresent(DataFolder::make);
    return open(settings, url);
  }

  /**
   * Opens a database that must exist.
   *
   * @throws StartFailure if it does not exist or cannot be opened
   */
  static Pool openExisting(StoreSettings settings) {
    return open(settings, safe(settings.url()) + ";IFEXISTS=TRUE");
  }

  private static Pool open(StoreSettings settings, String url) {
    try {
      return new Pool(new HikariDataSource(config(settings, url)), settings, url);
    } catch (PoolInitializationException e) {
      throw translated(e);
    }
  }

  private static String safe(String url) {
    try {
      return H2Url.safe(url);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(List.of("HAKIKA_DATABASE_URL: " + e.getMessage()));
    }
  }

  private static HikariConfig config(StoreSettings settings, String url) {
    var config = new HikariConfig();
    config.setPoolName("hakika");
    config.setJdbcUrl(url);
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.poolSize());
    config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    config.setMaxLifetime(LIFETIME.toMillis());
    config.setKeepaliveTime(KEEPALIVE.toMillis());
    config.setLeakDetectionThreshold(LEAK.toMillis());
    return config;
  }

  private static RuntimeException translated(PoolInitializationException fault) {
    var code = fault.getCause() instanceof SQLException sql ? sql.getErrorCode() : 0;
    return switch (code) {
      case IN_USE -> new StartFailure.DatabaseInUse(fault);
      case WRONG_USER ->
          new ConfigurationException(
              List.of("HAKIKA_DATABASE_USER, HAKIKA_DATABASE_PASSWORD: the database refuses them"));
      case ABSENT -> new StartFailure("there is no database at HAKIKA_DATABASE_URL", fault);
      default -> new StartFailure(Database.explain(fault), fault);
    };
  }

  DataSource connections() {
    return connections;
  }

  /** Closes every connection, then the database: H2 would do so in a hook of its own, too early. */
  @Override
  public void close() {
    connections.close();
    Database.shutDown(url, settings.user(), settings.password());
  }
}
