package io.hakika.adapter.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatabaseSettingsTest {

  private static final Map<String, String> SAFE_POSTGRES =
      Map.of(
          "synchronous_commit", "on",
          "fsync", "on",
          "full_page_writes", "on",
          "standard_conforming_strings", "on",
          "server_encoding", "UTF8",
          "transaction_read_only", "off");

  private static final H2Settings SAFE_H2 =
      new H2Settings("2.5.252 (2026-09-23)", "async:/data/x", "REGULAR", List.of("0", "0"));

  @TempDir private Path folder;

  private List<String> unsafe(String url) {
    try (var pool = TestDatabase.pool(url)) {
      return DatabaseSettings.unsafe(pool);
    } finally {
      Database.shutDown(url, "sa", "");
    }
  }

  private String file(String prefix) {
    return "jdbc:h2:" + prefix + folder.resolve("hakika");
  }

  @Test
  void a_database_opened_by_a_safe_url_is_safe() {
    assertThat(unsafe(H2Url.safe(file("")))).isEmpty();
  }

  @Test
  void a_file_opened_without_async_is_refused() {
    assertThat(unsafe(file("file:") + ";WRITE_DELAY=0"))
        .singleElement()
        .asString()
        .contains("jdbc:h2:async:PATH");
  }

  @Test
  void a_file_opened_with_h2s_own_write_delay_is_refused() {
    assertThat(unsafe(file("async:"))).singleElement().asString().contains("WRITE_DELAY=0");
  }

  @Test
  void a_write_delay_that_the_file_remembers_is_not_enough() {
    unsafe(H2Url.safe(file("")));

    assertThat(unsafe(file("async:"))).singleElement().asString().contains("WRITE_DELAY=0");
  }

  @Test
  void another_mode_is_refused() {
    assertThat(unsafe(file("async:") + ";WRITE_DELAY=0;MODE=PostgreSQL"))
        .singleElement()
        .asString()
        .contains("MODE");
  }

  @Test
  void memory_keeps_nothing() {
    assertThat(unsafe("jdbc:h2:mem:forgetful;WRITE_DELAY=0;DB_CLOSE_DELAY=-1"))
        .singleElement()
        .asString()
        .contains("in memory");
  }

  @Test
  void the_release_that_loses_writes_is_refused() {
    var broken = new H2Settings("2.4.240 (2025-09-22)", "async:/x", "REGULAR", List.of("0"));

    assertThat(SAFE_H2.unsafe()).isEmpty();
    assertThat(broken.unsafe()).singleElement().asString().contains("2.5.252");
  }

  @Test
  void a_pool_that_commits_by_itself_never_is_refused() {
    var url = H2Url.safe(file(""));
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("sa");
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
    try (var pool = new HikariDataSource(config)) {
      assertThat(DatabaseSettings.unsafe(pool))
          .hasSize(2)
          .anyMatch(line -> line.contains("autoCommit=true"))
          .anyMatch(line -> line.contains("READ_COMMITTED"));
    }
    Database.shutDown(url, "sa", "");
  }

  @Test
  void a_refusal_has_one_line_for_each_thing_to_mend() {
    var url = file("file:");
    try (var pool = TestDatabase.pool(url)) {
      assertThatThrownBy(() -> DatabaseSettings.check(pool))
          .isInstanceOf(IllegalStateException.class)
          .message()
          .hasLineCount(2);
    }
    Database.shutDown(url, "sa", "");
    var safe = H2Url.safe(url);
    try (var pool = TestDatabase.pool(safe)) {
      assertThatCode(() -> DatabaseSettings.check(pool)).doesNotThrowAnyException();
    }
    Database.shutDown(safe, "sa", "");
  }

  @Test
  void a_postgresql_that_keeps_commits_is_safe() {
    assertThat(new PostgresSettings(SAFE_POSTGRES).unsafe()).isEmpty();
    for (var waits : List.of("local", "remote_write", "remote_apply")) {
      assertThat(postgresWith("synchronous_commit", waits)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "synchronous_commit, off, synchronous_commit=on",
    "fsync, off, fsync=on",
    "full_page_writes, off, full_page_writes=on",
    "standard_conforming_strings, off, standard_conforming_strings=on",
    "server_encoding, LATIN1, UTF8",
    "transaction_read_only, on, primary",
  })
  void a_postgresql_that_may_lose_commits_is_refused(String name, String value, String words) {
    assertThat(postgresWith(name, value)).singleElement().asString().contains(words);
  }

  private static List<String> postgresWith(String name, String value) {
    var values = new HashMap<>(SAFE_POSTGRES);
    values.put(name, value);
    return new PostgresSettings(values).unsafe();
  }
}
