package io.hakika.adapter.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.hakika.application.port.driven.PaymentQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaTest {

  private static final Path MIGRATIONS =
      Path.of("src/main/resources/io/hakika/db/migration/common");

  @TempDir private Path folder;

  private HikariDataSource pool;
  private String url;

  private HikariDataSource opened() {
    url = H2Url.safe("jdbc:h2:" + folder.resolve("hakika"));
    pool = TestDatabase.pool(url);
    return pool;
  }

  @AfterEach
  void close() {
    pool.close();
    Database.shutDown(url, "sa", "");
  }

  private void execute(String sql) {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void what_is_missing_is_named_and_changes_nothing() {
    opened();

    assertThat(Schema.check(pool)).containsExactly("migration 1 (payments) is not applied");
    assertThat(Schema.check(pool)).hasSize(1);
  }

  @Test
  void whoever_forgot_to_migrate_is_told_so() {
    var queries = new JooqPaymentQueries(Database.over(opened(), Durability.PROCESS));

    assertThatThrownBy(() -> queries.list(PaymentQueries.Filter.ALL, 1, null))
        .hasMessageContaining("a table is missing")
        .hasMessageContaining("has to be migrated first");
  }

  @Test
  void a_migrated_schema_lacks_nothing_and_may_be_migrated_again() {
    opened();

    Schema.migrate(pool);
    Schema.migrate(pool);

    assertThat(Schema.check(pool)).isEmpty();
  }

  @Test
  void our_tables_may_stand_beside_a_hosts() {
    opened();
    execute("create table orders (id bigint)");

    Schema.migrate(pool);

    assertThat(Schema.check(pool)).isEmpty();
    assertThatCode(() -> execute("select * from hk_payment")).doesNotThrowAnyException();
  }

  @Test
  void a_migration_that_is_not_the_one_that_was_applied_is_named() {
    opened();
    Schema.migrate(pool);
    execute("update \"hk_schema_history\" set \"checksum\" = 1 where \"version\" = '1'");

    assertThat(Schema.check(pool))
        .containsExactly("migration 1 (payments) is not the one that was applied");
    assertThatThrownBy(() -> Schema.migrate(pool))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("migration 1 (payments) is not the one that was applied");
  }

  @Test
  void a_schema_of_a_newer_version_lacks_nothing() {
    opened();
    Schema.migrate(pool);
    execute(
        "insert into \"hk_schema_history\" select 99, '99', 'newer', \"type\", 'V99__newer.sql', 1,"
            + " \"installed_by\", \"installed_on\", 1, true from \"hk_schema_history\""
            + " where \"version\" = '1'");

    assertThat(Schema.check(pool)).isEmpty();
  }

  @Test
  void the_printed_statements_are_all_migrations_in_order() throws IOException {
    opened();
    try (var files = Files.list(MIGRATIONS)) {
      for (var file : files.sorted().toList()) {
        assertThat(Schema.sql()).contains(Files.readString(file));
      }
    }
  }

  @Test
  void the_printed_statements_make_the_schema() {
    opened();

    execute(Schema.sql());

    assertThatCode(() -> execute("select * from hk_payment, hk_entry, hk_event, hk_setting"))
        .doesNotThrowAnyException();
  }
}
