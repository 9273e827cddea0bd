package io.hakika.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The state machine as one table: what each piece of evidence does in each situation.
 *
 * <p>To change a rule about money, change {@code weighing-table.md} first.
 */
class WeighingTest {

  @Test
  void every_situation_answers_every_piece_of_evidence_as_the_table_says() {
    assertThat(WeighingTable.render()).isEqualTo(table());
  }

  @Test
  void the_readme_shows_the_same_table() throws IOException {
    assertThat(Files.readString(Path.of("..", "README.md"))).contains(table());
  }

  private static String table() {
    try (InputStream in = WeighingTest.class.getResourceAsStream("/weighing-table.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
