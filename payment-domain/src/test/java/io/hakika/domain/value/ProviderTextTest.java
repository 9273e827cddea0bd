package io.hakika.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTextTest {

  private static final String TOKEN = "0123456789abcdef".repeat(3);

  @Test
  void a_token_of_ours_that_is_quoted_back_is_masked() {
    assertThat(new ProviderText("Invalid CallBackURL https://us/callbacks/stk/" + TOKEN).value())
        .isEqualTo("Invalid CallBackURL https://us/callbacks/stk/•••");
  }

  @ParameterizedTest
  @CsvSource({
    "The initiator 254712345678 is invalid, The initiator 2547•••••678 is invalid",
    "No push ws_CO_23112026101112345712345678 here, No push ws_CO_23112026101112345••••••••• here",
    "Request cancelled by user, Request cancelled by user"
  })
  void phones_and_request_ids_are_masked(String said, String kept) {
    assertThat(new ProviderText(said).value()).isEqualTo(kept);
  }

  @Test
  void control_characters_and_half_characters_become_visible() {
    assertThat(new ProviderText("a\nb\u0000c\u0085d\uD83D").value())
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD");
    assertThat(new ProviderText("\uD83D\uDE00").value()).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void it_is_cut_at_500_characters_and_never_through_one() {
    assertThat(new ProviderText("x".repeat(500)).value()).hasSize(500).endsWith("x");
    assertThat(new ProviderText("x".repeat(501)).value()).hasSize(500).endsWith("x…");
    assertThat(new ProviderText("x".repeat(498) + "\uD83D\uDE00yy").value())
        .isEqualTo("x".repeat(498) + "…");
  }

  @Test
  void what_was_made_safe_once_stays_as_it_is() {
    var once =
        new ProviderText(
            "phone 0712345678, push ws_CO_23112026101112345712345678, " + "x".repeat(600));

    assertThat(new ProviderText(once.value())).isEqualTo(once);
  }
}
