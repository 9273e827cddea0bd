package io.hakika.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value refuses nonsense when it is born, names its rule, and says safely what it saw. */
class NonsenseTest {

  private static final String HEX = "0123456789abcdef".repeat(3);

  static List<Case> values() {
    return List.of(
        new Case("an account reference is 1 to 12", AccountReference::new)
            .takes("A", "ORD-1001", "a b", "abcdefghijkl")
            .refuses("", "abcdefghijklm", "a_b", "ä", "a\nb", "a\tb"),
        new Case("a description is 1 to 13", TransactionDesc::new)
            .takes("Payment", "Two tickets", "abcdefghijklm")
            .refuses("", "abcdefghijklmn", "50%", "naïve", "a\u0000"),
        new Case("an order id is 1 to 64", OrderId::new)
            .takes("ORD-1001", "a/b c#d", "~", "x".repeat(64))
            .refuses("", "x".repeat(65), "ORD\n1", "ä", "\u007f", "a\u200bb"),
        new Case("an account name is 1 to 40", MerchantAccount::new)
            .takes("default", "shop-2.kisumu_1", "x".repeat(40))
            .refuses("", "a b", "x".repeat(41), "a:b", "a+b", "é"),
        new Case("a receipt is 8 to 20", Receipt::new)
            .takes("UKN1AB2CD3", "ABCDEFGH", "X".repeat(20))
            .refuses("", "UKN1AB2", "ukn1ab2cd3", "UKN1 AB2CD3", "X".repeat(21), "UKN1AB2CDÉ"),
        new Case("a MerchantRequestID is 1 to 128", MerchantRequestId::new)
            .takes("f99f-4d5e-a89b-1", "x".repeat(128))
            .refuses("", " ", "a b", "x".repeat(129), "é"),
        new Case("a CheckoutRequestID is 1 to 128", CheckoutRequestId::new)
            .takes("ws_CO_23112026101112345712345678", "x".repeat(128))
            .refuses("", " ", "ws CO", "x".repeat(129), "é"),
        new Case("a payment id is pay_ and 26", PaymentId::new)
            .takes("pay_01k9zq3v5w7x9yabcdefghjkmn")
            .refuses(
                "", "pay_", "PAY_01K9ZQ3V5W7X9YABCDEFGHJKMN", "pay_01k9zq3v5w7x9yabcdefghjkmi"),
        new Case("a callback token is 48", CallbackToken::new)
            .takes(HEX)
            .refuses("", HEX.substring(1), HEX + "0", HEX.toUpperCase(Locale.ROOT)),
        new Case("a status token is 22", StatusToken::new)
            .takes("abcdefghijklmnopqrstuv", "-_ABCDEFGHIJKLMNOPQRST")
            .refuses("", "abcdefghijklmnopqrstu", "abcdefghijklmnopqrst+/"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void what_fits_is_taken_as_it_is(Case value) {
    assertThat(value.good())
        .allSatisfy(
            text -> assertThat(value.make().apply(text)).extracting("value").isEqualTo(text));
  }

  @Test
  void what_is_no_secret_shows_itself() {
    assertThat(new AccountReference("ORD-1001")).hasToString("ORD-1001");
    assertThat(new TransactionDesc("Two tickets")).hasToString("Two tickets");
    assertThat(new OrderId("ORD-1001")).hasToString("ORD-1001");
    assertThat(new MerchantAccount("default")).hasToString("default");
    assertThat(new MerchantRequestId("f99f-4d5e")).hasToString("f99f-4d5e");
    assertThat(new Receipt("UKN1AB2CD3")).hasToString("UKN1AB2CD3");
    assertThat(new ProviderText("cancelled")).hasToString("cancelled");
  }

  @Test
  void what_is_a_secret_says_so() {
    assertThat(new CallbackToken(HEX)).hasToString("CallbackToken[hidden]");
    assertThat(new StatusToken("abcdefghijklmnopqrstuv")).hasToString("StatusToken[hidden]");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void nonsense_is_refused_by_the_rule_it_breaks(Case value) {
    assertThat(value.bad())
        .allSatisfy(
            text ->
                assertThatThrownBy(() -> value.make().apply(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(value.rule()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void a_refusal_is_short_on_one_line_and_shows_no_phone_and_no_request_id(Case value) {
    var nasty =
        "call 0712345678\r\nor ws_CO_23112026101112345712345678 " + "\u0000" + "x".repeat(5000);

    assertThatThrownBy(() -> value.make().apply(nasty))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            e -> {
              assertThat(e.getMessage()).hasSizeLessThan(180).doesNotContain("\r", "\n", "\u0000");
              assertThat(e.getMessage()).doesNotContain("12345678");
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1_000_000_000, Long.MIN_VALUE, Long.MAX_VALUE})
  void an_amount_is_some_whole_shillings(long value) {
    assertThatThrownBy(() -> new Shillings(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an amount is 1 to 999999999 whole shillings, not " + value);
  }

  @Test
  void amounts_compare_and_show_themselves() {
    assertThat(Shillings.shillings(250)).isLessThan(new Shillings(1500)).hasToString("KES 250");
    assertThat(new Shillings(999_999_999).value()).isEqualTo(999_999_999);
  }

  @Test
  void receipts_are_read_in_either_case_with_space_around_them() {
    assertThat(Receipt.parse(" ukn1ab2cd3 ")).isEqualTo(new Receipt("UKN1AB2CD3"));
    assertThat(Receipt.tryParse("ukn1ab2cd3")).contains(new Receipt("UKN1AB2CD3"));
    assertThat(Receipt.tryParse("none")).isEmpty();
    assertThat(Receipt.tryParse("straße-ab")).isEmpty();
  }

  @Test
  void request_ids_are_read_or_not() {
    assertThat(CheckoutRequestId.tryParse("ws_CO_1")).contains(new CheckoutRequestId("ws_CO_1"));
    assertThat(CheckoutRequestId.tryParse("")).isEmpty();
    assertThat(MerchantRequestId.tryParse("m-1")).contains(new MerchantRequestId("m-1"));
    assertThat(MerchantRequestId.tryParse("a b")).isEmpty();
  }

  @Test
  void a_request_id_hides_the_nine_digits_that_repeat_the_phone() {
    assertThat(new CheckoutRequestId("ws_CO_23112026101112345712345678"))
        .hasToString("ws_CO_23112026101112345•••••••••");
    assertThat(new CheckoutRequestId("short_12")).hasToString("short_12");
  }

  @Test
  void request_ids_complete_one_another_only_for_the_same_push() {
    var ours = new RequestIds(new CheckoutRequestId("ws_CO_1"), null);
    var merchant = new MerchantRequestId("m-1");

    assertThat(ours.completedBy(merchant).merchantRequestId()).isEqualTo(merchant);
    assertThat(ours.completedBy(merchant).completedBy(new MerchantRequestId("m-2")))
        .isEqualTo(ours.completedBy(merchant));
    assertThat(ours.completedBy(new RequestIds(new CheckoutRequestId("ws_CO_2"), merchant)))
        .isEqualTo(ours);
  }

  @Test
  void a_token_says_whether_a_text_could_be_one() {
    assertThat(CallbackToken.looksRight(HEX)).isTrue();
    assertThat(CallbackToken.looksRight(HEX + "0")).isFalse();
    assertThat(StatusToken.create(new Random(1)).value()).matches("[A-Za-z0-9_-]{22}");
    assertThat(StatusToken.create(new Random(1))).isNotEqualTo(StatusToken.create(new Random(2)));
  }

  /** A value, the rule it names, what it takes and what it refuses. */
  record Case(String rule, Function<String, Object> make, List<String> good, List<String> bad) {

    Case(String rule, Function<String, Object> make) {
      this(rule, make, List.of(), List.of());
    }

    Case takes(String... texts) {
      return new Case(rule, make, List.of(texts), bad);
    }

    Case refuses(String... texts) {
      return new Case(rule, make, good, List.of(texts));
    }

    @Override
    public String toString() {
      return rule;
    }
  }

  @Test
  void nothing_at_all_is_told_which_value_it_would_have_been() {
    assertThatThrownBy(() -> new OrderId(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("an order id is 1 to 64 printable ASCII characters, not null");
    assertThatThrownBy(() -> new CallbackToken(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageStartingWith("a callback token is ");
  }
}
