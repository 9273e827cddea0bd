package io.hakika.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

  private static final String SECRET = "MPESA_CONSUMER_SECRET";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name_a_file() {
    file = folder.resolve("hakika.conf");
  }

  @Test
  void a_file_may_hold_every_setting() throws IOException {
    write(
        "# a remark",
        "",
        Complete.settings().entrySet().stream()
            .map(setting -> setting.getKey() + " = " + setting.getValue())
            .collect(Collectors.joining("\n")),
        "HAKIKA_DATABASE_PASSWORD='with = and # inside'");

    var settings = Settings.of(Map.of("HAKIKA_CONFIG", file.toString())).service();

    assertThat(settings.mpesa().credentials().shortCode()).isEqualTo("174379");
    assertThat(settings.store().password()).isEqualTo("with = and # inside");
  }

  @Test
  void the_environment_wins_over_the_file() throws IOException {
    write("HAKIKA_HTTP_PORT=1111", "HAKIKA_HTTP_HOST=10.0.0.1");
    var given = inFile();
    given.put("HAKIKA_HTTP_PORT", "2222");

    var http = Settings.of(given).service().http();

    assertThat(http.port()).isEqualTo(2222);
    assertThat(http.host()).isEqualTo("10.0.0.1");
  }

  @Test
  void a_secret_can_come_from_a_file_of_its_own() throws IOException {
    Files.writeString(file, "secret-of-a-file\n");
    var given = Complete.with(SECRET, "");
    given.put(SECRET + "_FILE", file.toString());

    assertThat(Settings.of(given).service().mpesa().credentials().consumerSecret())
        .isEqualTo("secret-of-a-file");
    assertThat(Settings.of(given).warnings()).isEmpty();
  }

  @Test
  void a_name_in_the_environment_wins_over_a_file_named_in_the_file() throws IOException {
    write(SECRET + "_FILE=/does/not/exist");

    assertThat(Settings.of(inFile()).service().mpesa().credentials().consumerSecret())
        .isEqualTo("consumer-secret-canary");
  }

  @Test
  void both_a_value_and_a_file_are_one_too_many() throws IOException {
    Files.writeString(file, "canary");
    var given = Complete.with(SECRET + "_FILE", file.toString());

    assertThat(faults(given))
        .singleElement()
        .asString()
        .startsWith(SECRET)
        .doesNotContain("canary");
  }

  @Test
  void files_that_cannot_be_read_are_named() throws IOException {
    var given = Complete.with(SECRET, "");
    for (var path : List.of(folder.resolve("missing"), folder, Files.createFile(file))) {
      given.put(SECRET + "_FILE", path.toString());

      assertThat(faults(given))
          .as(path.toString())
          .singleElement()
          .asString()
          .contains(SECRET + "_FILE", path.toString());
    }
  }

  @Test
  void a_missing_settings_file_is_a_fault() {
    var given = Complete.with("HAKIKA_CONFIG", folder.resolve("missing").toString());

    assertThat(faults(given)).singleElement().asString().startsWith("HAKIKA_CONFIG");
  }

  @Test
  void lines_that_cannot_be_read_are_counted_not_quoted() throws IOException {
    write("MPESA_TIMEOUT=PT1S", "canary without a name", "MPESA_TIMEOUT=PT2S");

    assertThat(faults(inFile()))
        .hasSize(2)
        .anyMatch(fault -> fault.contains("line 2"))
        .anyMatch(fault -> fault.startsWith("MPESA_TIMEOUT is set twice"))
        .noneMatch(fault -> fault.contains("canary"));
  }

  @Test
  void a_file_that_is_no_text_is_a_fault() throws IOException {
    Files.write(file, new byte[] {(byte) 0xC3, 0x28});

    assertThat(faults(inFile())).singleElement().asString().contains("UTF-8");
  }

  @Test
  void a_strange_name_in_the_file_is_warned_about() throws IOException {
    write("HAKKA_HTTP_PORT=80");

    assertThat(Settings.of(inFile()).warnings())
        .containsExactly("HAKKA_HTTP_PORT is no setting; ignored");
  }

  private Map<String, String> inFile() {
    return new HashMap<>(Complete.with("HAKIKA_CONFIG", file.toString()));
  }

  private void write(String... lines) throws IOException {
    Files.write(file, List.of(lines));
  }

  private static List<String> faults(Map<String, String> given) {
    return catchThrowableOfType(ConfigurationException.class, () -> Settings.of(given).service())
        .faults();
  }
}
