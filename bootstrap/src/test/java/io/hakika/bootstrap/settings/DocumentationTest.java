package io.hakika.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DocumentationTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final Pattern NAME = Pattern.compile("`((?:MPESA|HAKIKA)_[A-Z_]*[A-Z])`");

  @Test
  void every_setting_is_documented_and_nothing_else_is() throws IOException {
    var rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.substring(0, line.indexOf('|', 1)))
            .collect(Collectors.joining());
    var documented =
        NAME.matcher(rows).results().map(result -> result.group(1)).collect(Collectors.toList());

    assertThat(documented).containsExactlyInAnyOrderElementsOf(Names.all().keySet());
  }
}
