package io.hakika.adapter.persistence.jooq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * The tables that the ports of this package need, all named {@code hk_…}. They may stand beside a
 * host's own; their history has a table of its own. Nothing here runs unless it is called.
 */
public final class Schema {

  private static final String FOLDER = "io/hakika/db/migration/common/";

  /** In the order they are applied. */
  private static final List<String> MIGRATIONS = List.of("V1__payments.sql");

  private Schema() {}

  /**
   * Brings the schema up to date. Several processes may do so at once.
   *
   * @throws IllegalStateException if another version's migrations were applied; the message is one
   *     line that names them
   */
  public static void migrate(DataSource pool) {
    Objects.requireNonNull(pool, "pool");
    var flyway = flyway(pool);
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw new IllegalStateException(altered(flyway).collect(Collectors.joining("; ")), e);
    } catch (FlywayException e) {
      throw explained(e);
    }
  }

  /**
   * What the schema lacks, a line each; empty where it is complete. Changes nothing. A schema that
   * is newer than this code lacks nothing.
   */
  public static List<String> check(DataSource pool) {
    try {
      var flyway = flyway(pool);
      var missing =
          Stream.of(flyway.info().pending())
              .map(one -> "migration " + one.getVersion() + " (" + one.getDescription() + ")")
              .map(one -> one + " is not applied");
      return Stream.concat(missing, altered(flyway)).toList();
    } catch (FlywayException e) {
      throw explained(e);
    }
  }

  private static Stream<String> altered(Flyway flyway) {
    return flyway.validateWithResult().invalidMigrations.stream()
        .map(one -> "migration " + one.version + " (" + one.description + ")")
        .map(one -> one + " is not the one that was applied");
  }

  /** The statements of all migrations, for whoever applies them by hand. */
  public static String sql() {
    return MIGRATIONS.stream().map(Schema::read).collect(Collectors.joining("\n"));
  }

  private static String read(String migration) {
    try (var in = Schema.class.getClassLoader().getResourceAsStream(FOLDER + migration)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks the migration " + migration);
      }
      return "-- " + migration + "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Flyway flyway(DataSource pool) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(pool)
        .locations("classpath:" + FOLDER)
        .failOnMissingLocations(true)
        .table("hk_schema_history")
        // A host's schema holds tables before ours come; version 0 lets our first one still run.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .ignoreMigrationPatterns("*:pending", "*:future")
        .load();
  }

  private static RuntimeException explained(FlywayException fault) {
    var broken = DatabaseFault.in(fault);
    return broken.isPresent()
        ? broken.get()
        : new IllegalStateException("the schema cannot be migrated: " + fault.getMessage(), fault);
  }
}
