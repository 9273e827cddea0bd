package io.hakika.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MsisdnTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0712345678",
        "712345678",
        "254712345678",
        "+254712345678",
        "0712 345 678",
        "0712-345-678",
        "0712.345.678",
        "(0712) 345678",
        "+254 (712) 345-678",
        "+254-712.345 678",
        " 0712345678 ",
        "7 1 2 3 4 5 6 7 8"
      })
  void every_kenyan_spelling_is_the_same_number(String spelling) {
    assertThat(Msisdn.parse(spelling).digits()).isEqualTo("254712345678");
  }

  @ParameterizedTest
  @CsvSource({
    "0110 000 001, 254110000001",
    "110000001, 254110000001",
    "+254110000001, 254110000001",
    "0799999999, 254799999999",
    "0700000000, 254700000000"
  })
  void numbers_of_every_operator_are_read(String spelling, String digits) {
    assertThat(Msisdn.parse(spelling).digits()).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "07123456789",
        "071234567",
        "0812345678",
        "0612345678",
        "255712345678",
        "00254712345678",
        "+0712345678",
        "2540712345678",
        "++254712345678",
        "254+712345678",
        "0712/345/678",
        "0712_345_678",
        "0712\t345678",
        "0712345678\n",
        "0712\u00a0345\u00a0678",
        "٠٧١٢٣٤٥٦٧٨",
        "０７１２３４５６７８",
        "0712345678x",
        "tel:0712345678",
        "0712345678,0712345679",
        "0712345678                              ."
      })
  void what_is_no_kenyan_mobile_number_is_refused(String spelling) {
    assertThat(Msisdn.tryParse(spelling)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> Msisdn.parse(spelling));
  }

  @Test
  void a_refusal_shows_the_form_but_not_the_digits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Msisdn.parse("+255 712-345-678"))
        .withMessage("not a Kenyan mobile number: 16 characters of the form \"+999 999-999-999\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Msisdn("0712345678"))
        .withMessageNotContaining("712");
  }

  @Test
  void a_number_shows_itself_masked() {
    var phone = Msisdn.parse("0712345678");

    assertThat(phone.masked()).isEqualTo("2547•••••678");
    assertThat(phone).hasToString("2547•••••678");
  }

  @ParameterizedTest
  @CsvSource({
    "254712345678, 2547•••••678",
    "pay from 0712345678 now, pay from 07•••••678 now",
    "+254110000001;, +2541•••••001;",
    "712345678/0112345678, 7•••••678/01•••••678",
    "phone=254712345678&x, phone=2547•••••678&x"
  })
  void every_number_in_a_text_is_masked(String text, String masked) {
    assertThat(Msisdn.maskAll(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KES 1500", "174379", "20261123101112", "UKN1AB2CD3", "2547123456789"})
  void other_numbers_are_left_alone(String text) {
    assertThat(Msisdn.maskAll(text)).isEqualTo(text);
  }
}
