package io.hakika.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclineTest {

  @ParameterizedTest
  @CsvSource({
    "1032, 1032",
    "SFC_IC0003, SFC_IC0003",
    "500.001.1001, 500.001.1001",
    "'', unknown",
    "' 1 ', ?1?",
    "Gerät, Ger?t",
    "100000011, 100000011",
    "254712345678, ?",
    "code-0712345678., code-?."
  })
  void a_code_is_kept_as_far_as_it_can_be_shown(String said, String kept) {
    assertThat(decline(said).code()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "65, 64", "5000, 64"})
  void a_code_is_at_most_64_characters_long(int said, int kept) {
    assertThat(decline("x".repeat(said)).code()).hasSize(kept);
  }

  private static Decline decline(String code) {
    return new Decline(
        code, new ProviderText("no"), FailureCategory.OTHER, Decline.Source.CALLBACK);
  }
}
