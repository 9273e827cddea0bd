package io.hakika.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HidingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "254712345678",
        "0712345678",
        "712345678",
        "ws_CO_24112026101112123712345678",
        "0123456789abcdef0123456789abcdef0123456789abcdef",
        "hk_0123456789abcdef",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "Bearer SGWcJPtNtYNPGm6uSYR9yPYrAI3Bm"
      })
  void a_log_line_shows_no_secret_and_no_phone(String secret) {
    var line = Hiding.hide("refused: VALUES ('" + secret + "', 100)");

    assertThat(line).doesNotContain(secret).doesNotContain("712345678").contains("refused", "100");
  }

  @Test
  void an_innocent_line_stays_as_it_is() {
    var line = "payment pay_01jd2 moved to paid, 1500 shillings, in 12 ms";

    assertThat(Hiding.hide(line)).isEqualTo(line);
  }
}
