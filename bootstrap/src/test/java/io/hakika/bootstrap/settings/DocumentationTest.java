package io.hakika.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.daraja.simulator.Merchant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentationTest {

  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs").resolve("configuration.md");
  private static final Pattern COMMANDS =
      Pattern.compile("(?ms)^```\n((?:\\./|mvn|key|pay|export|ID).*?)^```");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]+)");
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

  @Test
  void what_the_readme_types_can_be_pasted_as_it_is() throws IOException {
    var readme = Files.readString(ROOT.resolve("README.md"));
    var known = Merchant.standard();
    var typed =
        COMMANDS
            .matcher(readme)
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.toList());

    assertThat(typed).hasSizeGreaterThan(6).noneMatch(block -> block.contains("…"));
    assertThat(String.join("\n", typed))
        .contains(
            "MPESA_CONSUMER_KEY=" + known.consumerKey(),
            "MPESA_CONSUMER_SECRET=" + known.consumerSecret(),
            "MPESA_SHORT_CODE=" + known.shortCode(),
            "MPESA_PASS_KEY=" + known.passKey());
  }

  @Test
  void no_page_points_at_a_file_that_is_not_there() throws IOException {
    try (var docs = Files.walk(ROOT.resolve("docs"))) {
      var pages = Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve);
      var all = Stream.concat(pages, docs.filter(page -> page.toString().endsWith(".md")));
      assertThat(all.toList()).hasSizeGreaterThan(10).allSatisfy(DocumentationTest::linksLead);
    }
  }

  private static void linksLead(Path page) throws IOException {
    var links = LINK.matcher(Files.readString(page)).results().map(link -> link.group(1));
    assertThat(links.map(page::resolveSibling)).as("links of %s", page).allMatch(Files::exists);
  }

  @Test
  void every_decision_has_a_line_in_the_index() throws IOException {
    var folder = ROOT.resolve("docs").resolve("decisions");
    var index = Files.readString(folder.resolve("README.md"));
    try (var pages = Files.list(folder)) {
      var names = pages.map(page -> page.getFileName().toString());
      assertThat(names.filter(name -> !name.equals("README.md")))
          .isNotEmpty()
          .allMatch(name -> index.contains("](" + name + ")"));
    }
  }
}
