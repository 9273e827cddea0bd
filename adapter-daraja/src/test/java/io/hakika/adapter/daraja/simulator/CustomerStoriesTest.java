package io.hakika.adapter.daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lives every customer's whole story over HTTP, and holds the table of the documentation to it. */
class CustomerStoriesTest {

  private static final Path TABLE = Path.of("..", "docs", "simulator.md");
  private static final Path SOURCE =
      Path.of("src/main/java/io/hakika/adapter/daraja/simulator/Customer.java");
  private static final Pattern ROW = Pattern.compile("\\| ([0-9]{2}) \\|.*");
  private static final Duration NONE = Duration.ZERO;
  private static final Delays AT_ONCE =
      new Delays(NONE, NONE, NONE, NONE, NONE, Duration.ofMinutes(1));

  @ParameterizedTest
  @EnumSource(Customer.class)
  void every_customer_behaves_as_the_table_says(Customer customer) throws IOException {
    var row = rows().get(customer.ordinal());

    assertThat(story(customer, callbacksIn(row))).isEqualTo(row);
  }

  @Test
  void the_table_lists_every_customer_once() throws IOException {
    assertThat(rows().stream().map(row -> row.split(" \\| ")[1].strip()))
        .containsExactlyElementsOf(Stream.of(Customer.values()).map(Enum::name).toList());
  }

  private static List<String> rows() throws IOException {
    return Files.readAllLines(TABLE).stream().filter(line -> ROW.matcher(line).matches()).toList();
  }

  private static int callbacksIn(String row) {
    var cell = row.split(" \\| ")[4].strip();
    return cell.equals("–") ? 0 : cell.split(", ").length;
  }

  /** The row of the table, told from what happened. */
  private static String story(Customer customer, int callbacks) throws IOException {
    try (var shop = Shop.open()) {
      var told = new Told(DarajaSimulator.start(options()), customer, shop);
      told.somebodyPaysBefore();
      var answers = told.pushes();
      var asked = told.queries();
      var sent = told.callbacks(callbacks);
      return "| %s | %s | %s | %s | %s | %s | %d |"
          .formatted(
              customer.digits(),
              customer.name(),
              sentence(customer),
              String.join(", then ", answers),
              sent.isEmpty() ? "–" : String.join(", ", sent),
              String.join(", then ", asked),
              told.charges());
    }
  }

  private static SimulatorOptions options() {
    return SimulatorOptions.quick().withDelays(AT_ONCE);
  }

  private static String sentence(Customer customer) throws IOException {
    var source = Files.readString(SOURCE);
    var matcher =
        Pattern.compile("/\\*\\* ([^*]+) \\*/\\s+" + customer.name() + "\\(").matcher(source);
    assertThat(matcher.find()).as("the sentence of %s", customer).isTrue();
    return matcher.group(1);
  }
}
