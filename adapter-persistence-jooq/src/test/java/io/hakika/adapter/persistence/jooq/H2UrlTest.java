package io.hakika.adapter.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class H2UrlTest {

  private static final String ADDED =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=0"
          + ";TRACE_LEVEL_SYSTEM_OUT=0;LOCK_TIMEOUT=5000";

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:file:./hakika-data/hakika, jdbc:h2:async:./hakika-data/hakika",
    "jdbc:h2:./hakika, jdbc:h2:async:./hakika",
    "jdbc:h2:../hakika, jdbc:h2:async:../hakika",
    "jdbc:h2:hakika, jdbc:h2:async:./hakika",
    "jdbc:h2:file:data/hakika, jdbc:h2:async:./data/hakika",
    "jdbc:h2:/var/lib/hakika, jdbc:h2:async:/var/lib/hakika",
    "jdbc:h2:~/hakika, jdbc:h2:async:~/hakika",
    "jdbc:h2:file:C:/data/hakika, jdbc:h2:async:C:/data/hakika",
    "jdbc:h2:async:./hakika, jdbc:h2:async:./hakika",
    "jdbc:h2:file:async:./hakika, jdbc:h2:async:./hakika",
    "jdbc:h2:async:file:./hakika, jdbc:h2:async:./hakika",
    "JDBC:H2:FILE:./hakika, jdbc:h2:async:./hakika",
    "jdbc:h2:mem:test, jdbc:h2:mem:test",
  })
  void any_file_is_opened_so_that_it_keeps_commits(String given, String expected) {
    assertThat(H2Url.safe(given)).isEqualTo(expected + ADDED);
  }

  @Test
  void a_database_of_files_has_a_folder() {
    var home = Path.of(System.getProperty("user.home"));

    assertThat(H2Url.folder("jdbc:h2:file:/var/lib/hakika/data;CACHE_SIZE=1"))
        .contains(Path.of("/var/lib/hakika").toAbsolutePath());
    assertThat(H2Url.folder("jdbc:h2:~/hakika/data")).contains(home.resolve("hakika"));
    assertThat(H2Url.folder("jdbc:h2:data")).contains(Path.of("").toAbsolutePath().resolve("."));
    assertThat(H2Url.folder("jdbc:h2:mem:test")).isEmpty();
  }

  @Test
  void what_is_safe_already_stays_as_it_is() {
    var safe = H2Url.safe("jdbc:h2:./hakika");

    assertThat(H2Url.safe(safe)).isEqualTo(safe);
  }

  @Test
  void settings_that_do_no_harm_are_kept() {
    assertThat(H2Url.safe("jdbc:h2:./hakika;cipher=AES;CACHE_SIZE=65536;LOCK_TIMEOUT=9000;"))
        .startsWith("jdbc:h2:async:./hakika;CIPHER=AES;CACHE_SIZE=65536;LOCK_TIMEOUT=9000;")
        .doesNotContain("LOCK_TIMEOUT=5000");
  }

  @Test
  void a_semicolon_behind_a_backslash_ends_no_setting() {
    var init = "INIT=create schema if not exists a\\;set schema a";

    assertThat(H2Url.safe("jdbc:h2:./hakika;" + init)).contains(";" + init + ";");
  }

  @ParameterizedTest
  @CsvSource({
    "WRITE_DELAY=500, WRITE_DELAY=0",
    "write_delay=10, WRITE_DELAY=0",
    "AUTO_SERVER=TRUE, AUTO_SERVER=FALSE",
    "MODE=PostgreSQL, MODE=REGULAR",
    "DB_CLOSE_ON_EXIT=TRUE, DB_CLOSE_ON_EXIT=FALSE",
    "DB_CLOSE_DELAY=0, DB_CLOSE_DELAY=-1",
    "FILE_LOCK=NO, FILE_LOCK=FILE",
    "ACCESS_MODE_DATA=r, ACCESS_MODE_DATA=RW",
    "LOCK_MODE=0, LOCK_MODE=3",
    "AUTOCOMMIT=OFF, AUTOCOMMIT=ON",
    "TRACE_LEVEL_FILE=3, TRACE_LEVEL_FILE=0",
    "TRACE_LEVEL_SYSTEM_OUT=2, TRACE_LEVEL_SYSTEM_OUT=0",
  })
  void what_would_lose_commits_is_refused_in_one_line_that_says_what_to_set(
      String setting, String instead) {
    assertThatThrownBy(() -> H2Url.safe("jdbc:h2:./hakika;" + setting))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(instead)
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:tcp://localhost/~/hakika",
        "jdbc:h2:ssl://localhost/~/hakika",
        "jdbc:h2:zip:~/hakika.zip!/hakika",
        "jdbc:h2:nio:./hakika",
        "jdbc:h2:split:./hakika",
        "jdbc:h2:",
        "jdbc:h2:file:",
        "jdbc:h2:./hakika;WRITE_DELAY",
        "jdbc:h2:./hakika;CACHE_SIZE=1;CACHE_SIZE=2",
        "jdbc:postgresql://localhost/hakika",
      })
  void what_is_no_file_of_ours_is_refused(String url) {
    assertThatThrownBy(() -> H2Url.safe(url))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .hasLineCount(1);
  }

  @Test
  void a_refusal_does_not_repeat_a_password() {
    assertThatThrownBy(() -> H2Url.safe("jdbc:h2:./x;USER=sa;PASSWORD=geheim;WRITE_DELAY=9"))
        .message()
        .doesNotContain("geheim");
  }

  @Test
  void only_h2s_urls_are_h2s() {
    assertThat(H2Url.isH2("jdbc:h2:mem:x")).isTrue();
    assertThat(H2Url.isH2("JDBC:H2:./x")).isTrue();
    assertThat(H2Url.isH2("jdbc:postgresql://localhost/h2")).isFalse();
    assertThat(H2Url.isH2("jdbc:h")).isFalse();
  }

  @Test
  void h2_itself_opens_what_was_made_safe(@TempDir Path folder) throws SQLException {
    var url = H2Url.safe("jdbc:h2:" + folder.resolve("hakika"));
    try (var connection = DriverManager.getConnection(url, "sa", "")) {
      assertThat(connection.isValid(1)).isTrue();
    }
    Database.shutDown(url, "sa", "");
  }
}
