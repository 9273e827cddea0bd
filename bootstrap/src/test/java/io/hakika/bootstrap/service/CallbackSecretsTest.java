package io.hakika.bootstrap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.persistence.jooq.Database;
import io.hakika.adapter.persistence.jooq.Durability;
import io.hakika.adapter.persistence.jooq.JooqSettings;
import io.hakika.adapter.persistence.jooq.Schema;
import io.hakika.bootstrap.settings.CallbackSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbackSecretsTest {

  @TempDir private Path folder;
  private JooqSettings database;

  @BeforeEach
  void open() {
    database = database("one");
  }

  @Test
  void the_secret_is_made_once_and_kept_twice() throws IOException {
    var made = secrets(database);

    assertThat(made).hasSize(1);
    assertThat(secrets(database)).isEqualTo(made);
    assertThat(Files.readAllLines(file())).isEqualTo(made);
  }

  @Test
  void the_file_is_the_owners_alone() throws IOException {
    secrets(database);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void a_lost_file_is_written_again() throws IOException {
    var made = secrets(database);
    Files.delete(file());

    assertThat(secrets(database)).isEqualTo(made);
    assertThat(Files.readAllLines(file())).isEqualTo(made);
  }

  @Test
  void a_new_database_goes_on_with_the_secret_of_the_file() {
    var made = secrets(database);

    assertThat(secrets(database("two"))).isEqualTo(made);
  }

  @Test
  void what_another_database_made_still_verifies() throws IOException {
    var first = secrets(database);
    Files.delete(file());
    var second = secrets(database("two"));

    assertThat(secrets(database)).containsExactly(first.get(0), second.get(0));
  }

  @Test
  void configured_secrets_are_used_as_they_are_and_none_is_made() {
    var settings = new CallbackSettings(List.of("secret-of-the-operator"), folder.resolve("spool"));

    assertThat(CallbackSecrets.of(settings, database))
        .containsExactly("secret-of-the-operator".getBytes(StandardCharsets.UTF_8));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_folder_that_cannot_be_written_leaves_the_database() throws IOException {
    Files.createFile(folder.resolve("blocked"));
    var settings = new CallbackSettings(List.of(), folder.resolve("blocked/spool"));

    assertThat(CallbackSecrets.of(settings, database)).hasSize(1);
  }

  private List<String> secrets(JooqSettings from) {
    var settings = new CallbackSettings(List.of(), folder.resolve("spool"));
    return CallbackSecrets.of(settings, from).stream()
        .map(key -> new String(key, StandardCharsets.UTF_8))
        .toList();
  }

  private Path file() {
    return folder.resolve("callback-secret");
  }

  private JooqSettings database(String name) {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + name + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1");
    Schema.migrate(source);
    return new JooqSettings(Database.over(source, Durability.PROCESS));
  }
}
