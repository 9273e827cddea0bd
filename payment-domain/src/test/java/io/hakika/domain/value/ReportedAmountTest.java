package io.hakika.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportedAmountTest {

  private static final Shillings AGREED = new Shillings(1500);

  @ParameterizedTest
  @ValueSource(strings = {"1500", "1500.00", "1500.0", "1500.", "01500"})
  void spellings_of_the_agreed_sum_are_the_agreed_sum(String text) {
    assertThat(new ReportedAmount(text).is(AGREED)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1499",
        "1501",
        "15000",
        "150",
        "1500.01",
        "1500.001",
        "-1500",
        "+1500",
        "1,500",
        "1 500",
        "lots",
        "1.5e3",
        "0",
        "1500KES",
        "1500\n",
        "99999999999999999999999999",
        "١٥٠٠"
      })
  void everything_else_differs(String text) {
    assertThat(new ReportedAmount(text).is(AGREED)).isFalse();
  }

  @Test
  void what_is_no_number_can_be_kept_all_the_same() {
    assertThat(new ReportedAmount("a\u2028b").text()).hasSize(3);
    assertThat(new ReportedAmount("a\u0000b").text()).isEqualTo("a\uFFFDb");
    assertThat(new ReportedAmount("12")).hasToString("KES 12");
  }

  @Test
  void nothing_and_too_much_are_no_amount() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ReportedAmount(""));
    assertThatIllegalArgumentException().isThrownBy(() -> new ReportedAmount("1".repeat(65)));
  }
}
