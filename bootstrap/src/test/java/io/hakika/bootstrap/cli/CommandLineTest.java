package io.hakika.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.http.javalin.ApiKey;
import io.hakika.adapter.http.javalin.ApiKeys;
import io.hakika.adapter.http.javalin.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  @Test
  void the_version_is_told() {
    var ran = Shell.run(Map.of(), "--version");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("Hakika ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "demo", "serve", "simulate", "recover", "keys", "keys new", "migrate"})
  void every_command_has_help_on_standard_output(String command) {
    var ran = Shell.run(Map.of(), (command + " --help").strip().split(" "));

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("Usage: hakika", command);
    assertThat(ran.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sevre",
        "serve --port 1",
        "serve now",
        "demo --twice",
        "simulate --port many",
        "simulate --port 70000",
        "recover --since tomorrow",
        "recover --url nowhere",
        "recover --url http://example.com",
        "keys",
        "keys new",
        "keys new shop",
        "keys new shop --scopes everything",
        "keys new sh:op --scopes read",
        "keys new shop --scopes read --accounts a:b"
      })
  void wrong_usage_ends_with_2_and_says_why_on_standard_error(String line) {
    var ran = Shell.run(Map.of(), line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("hakika: ").doesNotContain("Exception", "\tat ");
  }

  @Test
  void a_misspelt_command_is_guessed() {
    assertThat(Shell.run(Map.of(), "serv").err()).contains("serve");
  }

  @Test
  void serving_without_settings_names_each_one_and_starts_nothing() {
    var ran = Shell.run(Map.of("HAKIKA_DATABASE_URL", database()), "serve");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.faults())
        .extracting(line -> line.split(" ")[1])
        .containsExactlyInAnyOrder(
            "MPESA_CONSUMER_KEY",
            "MPESA_CONSUMER_SECRET",
            "MPESA_SHORT_CODE",
            "MPESA_PASS_KEY",
            "HAKIKA_PUBLIC_URL",
            "HAKIKA_API_KEYS");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_taken_port_is_one_line_and_1() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var given = complete();
      given.put("HAKIKA_HTTP_PORT", Integer.toString(taken.getLocalPort()));

      var ran = Shell.run(given, "serve");

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err().lines().filter(line -> line.contains("hakika: cannot listen")))
          .singleElement()
          .asString()
          .contains(Integer.toString(taken.getLocalPort()));
      assertThat(ran.err()).doesNotContain("\tat ");
    }
  }

  @Test
  void the_folder_of_a_new_database_is_its_owners_alone() throws IOException {
    var given = complete();
    given.put("HAKIKA_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("new/data/hakika"));

    assertThat(Shell.run(given, "migrate").code()).isZero();

    for (var made : List.of(folder.resolve("new"), folder.resolve("new/data"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void a_folder_that_cannot_be_made_is_one_line_and_1() throws IOException {
    var file = Files.createFile(folder.resolve("file"));
    var given = complete();
    given.put("HAKIKA_DATABASE_URL", "jdbc:h2:file:" + file.resolve("data/hakika"));

    var ran = Shell.run(given, "migrate");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.faults())
        .singleElement()
        .asString()
        .startsWith("hakika: the folder of the database cannot be made")
        .contains(file.toString());
  }

  @Test
  void a_refused_database_password_is_a_fault_of_the_settings() {
    assertThat(Shell.run(complete(), "migrate").code()).isZero();
    var given = complete();
    given.put("HAKIKA_DATABASE_PASSWORD", "canary");

    var ran = Shell.run(given, "migrate");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.faults())
        .singleElement()
        .asString()
        .contains("HAKIKA_DATABASE_PASSWORD")
        .doesNotContain("canary");
  }

  @Test
  void a_database_that_may_lose_commits_is_refused() {
    var given = complete();
    given.put("HAKIKA_DATABASE_URL", database() + ";WRITE_DELAY=500");

    var ran = Shell.run(given, "serve");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.faults())
        .singleElement()
        .asString()
        .contains("HAKIKA_DATABASE_URL", "WRITE_DELAY");
  }

  @Test
  void a_database_without_its_schema_can_be_refused() {
    var given = complete();
    given.put("HAKIKA_MIGRATE", "check");

    var ran = Shell.run(given, "serve");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.faults()).singleElement().asString().contains("migration 1", "hakika migrate");
  }

  @Test
  void a_misspelt_setting_is_pointed_out_beside_the_missing_one() {
    var given = complete();
    given.put("MPESA_PASKEY", given.remove("MPESA_PASS_KEY"));

    var ran = Shell.run(given, "serve");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("MPESA_PASKEY is no setting", "MPESA_PASS_KEY is not set");
  }

  @Test
  void recovering_without_a_service_needs_the_settings_of_daraja() throws IOException {
    var ran = Shell.run(Map.of("HAKIKA_HTTP_PORT", Integer.toString(deadPort())), "recover");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.faults()).hasSize(4).allMatch(line -> line.startsWith("hakika: MPESA_"));
  }

  @Test
  void recovering_makes_no_database() throws IOException {
    var given = complete();
    given.put("HAKIKA_HTTP_PORT", Integer.toString(deadPort()));

    var ran = Shell.run(given, "recover");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.faults()).singleElement().asString().contains("HAKIKA_DATABASE_URL");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_new_key_is_shown_once_and_known_by_its_hash() {
    var ran = Shell.run(Map.of(), "keys", "new", "shop", "--scopes", "review,checkout");

    assertThat(ran.code()).isZero();
    var secret = ran.out().lines().findFirst().orElseThrow().replaceAll(".* ", "");
    var entry = ran.out().replaceAll("(?s).*HAKIKA_API_KEYS=(\\S+).*", "$1");
    assertThat(secret).matches("hk_[0-9a-f]{64}");
    assertThat(ApiKeys.parse(entry).entries())
        .singleElement()
        .satisfies(key -> assertThat(key.name()).isEqualTo("shop"))
        .satisfies(key -> assertThat(key.scopes()).containsOnly(Scope.CHECKOUT, Scope.REVIEW))
        .extracting(ApiKey::sha256)
        .isEqualTo(HexFormat.of().formatHex(ApiKeys.sha256(secret)));
  }

  @Test
  void a_new_key_can_be_read_by_a_program_and_limited_to_accounts() {
    var ran =
        Shell.run(
            Map.of(), "keys", "new", "shop", "--scopes", "read", "--accounts", "b,a", "--json");

    var printed = JSON.readTree(ran.out());
    assertThat(printed.path("secret").asString()).startsWith("hk_");
    assertThat(printed.path("entry").asString()).startsWith("shop:read:").endsWith(":a+b");
  }

  @Test
  void two_keys_are_never_the_same() {
    var one = Shell.run(Map.of(), "keys", "new", "a", "--scopes", "read").out();
    var other = Shell.run(Map.of(), "keys", "new", "a", "--scopes", "read").out();

    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void migrations_are_applied_once() {
    var first = Shell.run(complete(), "migrate");
    var second = Shell.run(complete(), "migrate");
    var third = Shell.run(complete(), "migrate", "--json");

    assertThat(first.out()).contains("migration 1");
    assertThat(second.out()).contains("up to date");
    assertThat(JSON.readTree(third.out()).path("applied").isEmpty()).isTrue();
  }

  @Test
  void migrations_can_be_read_without_a_database() {
    var ran = Shell.run(Map.of(), "migrate", "--sql");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).containsIgnoringCase("create table");
  }

  private Map<String, String> complete() {
    var given = new HashMap<String, String>();
    given.put("MPESA_CONSUMER_KEY", "key");
    given.put("MPESA_CONSUMER_SECRET", "secret");
    given.put("MPESA_SHORT_CODE", "174379");
    given.put("MPESA_PASS_KEY", "passkey");
    given.put("HAKIKA_PUBLIC_URL", "https://pay.example.com");
    given.put("HAKIKA_HTTP_HOST", "127.0.0.1");
    given.put("HAKIKA_MANAGEMENT_PORT", "0");
    given.put("HAKIKA_API_KEYS", "shop:checkout:" + "0".repeat(64));
    given.put("HAKIKA_DATABASE_URL", database());
    given.put("HAKIKA_CALLBACK_SECRETS", "made-up-for-tests-only");
    return given;
  }

  private String database() {
    return "jdbc:h2:file:" + folder.resolve("hakika");
  }

  private static int deadPort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
