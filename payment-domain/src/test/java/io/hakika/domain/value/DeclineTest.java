package io.hakika.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclineTest {

  private static final String TOKEN = "0123456789abcdef".repeat(3);

  @ParameterizedTest
  @CsvSource({
    "1032, 1032",
    "SFC_IC0003, SFC_IC0003",
    "500.001.1001, 500.001.1001",
    "100000011, 100000011",
    "'', unknown",
    "' 1 ', ?1?",
    "Gerät, Ger?t",
    "254712345678, ?",
    "code-0712345678., code-?.",
    "ws_CO_23112026101112345712345678, ?"
  })
  void what_daraja_gives_as_a_code_is_kept_as_far_as_it_can_be_shown(String said, String kept) {
    assertThat(Decline.showable(said)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "65, 64", "5000, 64"})
  void a_code_is_at_most_64_characters_long(int said, int kept) {
    assertThat(Decline.showable("x".repeat(said))).hasSize(kept);
  }

  @Test
  void a_token_is_no_code() {
    assertThat(Decline.showable("code " + TOKEN)).isEqualTo("code??");
  }

  @Test
  void whatever_was_made_showable_once_stays_as_it_is() {
    var random = new Random(7);
    for (var i = 0; i < 20_000; i++) {
      var shown = Decline.showable(text(random));

      assertThat(decline(shown).code()).isEqualTo(shown);
    }
  }

  @Test
  void a_decline_makes_its_code_showable() {
    assertThat(decline("a b").code()).isEqualTo("a?b");
    assertThat(decline("254712345678")).asString().doesNotContain("12345678");
  }

  /** Pieces that could be joined into something to hide. */
  private static String text(Random random) {
    var pieces =
        new String[] {"ws_CO_", "254", "0", "7", "12345678", "deadbeef", "é", " ", "?", "x"};
    var out = new StringBuilder();
    for (var length = random.nextInt(14); length > 0; length--) {
      out.append(pieces[random.nextInt(pieces.length)]);
    }
    return out.toString();
  }

  private static Decline decline(String code) {
    return new Decline(
        code, new ProviderText("no"), FailureCategory.OTHER, Decline.Source.CALLBACK);
  }
}
