package io.hakika.bootstrap.service;

import io.hakika.adapter.persistence.jooq.DatabaseSettings;
import io.hakika.adapter.persistence.jooq.Schema;
import io.hakika.bootstrap.settings.ConfigurationException;
import io.hakika.bootstrap.settings.StoreSettings;
import io.hakika.bootstrap.settings.StoreSettings.Migrate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Brings a database to the schema that this version needs, or refuses it. */
public final class Schemas {

  private Schemas() {}

  /**
   * Applies the missing migrations to the database of {@code settings}, which is made if it does
   * not exist.
   *
   * @return what was missing
   */
  public static List<String> migrate(StoreSettings settings) {
    try (var opened = new Opened()) {
      var connections = opened.add(Pool.open(settings)).connections();
      var missing = new ArrayList<String>();
      told(() -> missing.addAll(Schema.check(connections)));
      told(() -> Schema.migrate(connections));
      return missing;
    }
  }

  static void prepare(DataSource connections, Migrate migrate) {
    if (migrate == Migrate.AUTO) {
      told(() -> Schema.migrate(connections));
    } else {
      require(connections);
    }
  }

  static void require(DataSource connections) {
    var missing = new ArrayList<String>();
    told(() -> missing.addAll(Schema.check(connections)));
    if (!missing.isEmpty()) {
      throw new StartFailure(
          String.join("; ", missing) + ": run hakika migrate, or set HAKIKA_MIGRATE=auto");
    }
  }

  /** Refuses a database whose own settings would lose acknowledged commits. */
  static void refuseUnsafe(DataSource connections) {
    var unsafe = DatabaseSettings.unsafe(connections);
    if (!unsafe.isEmpty()) {
      throw new ConfigurationException(
          unsafe.stream().map(line -> "HAKIKA_DATABASE_URL: " + line).toList());
    }
  }

  private static void told(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      throw new StartFailure("the schema cannot be read or migrated: " + e.getMessage(), e);
    }
  }
}
