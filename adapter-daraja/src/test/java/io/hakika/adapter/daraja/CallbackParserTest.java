package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.domain.StkCallback;
import io.hakika.domain.StkCallback.Outcome;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.ReportedAmount;
import io.hakika.domain.value.Shillings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading what Daraja calls back, in every shape that was seen or must be expected. */
class CallbackParserTest {

  private static final MerchantRequestId MERCHANT =
      new MerchantRequestId("f99f-4d5e-a89b-f4625afe77ab280151");
  private static final ProviderText PROCESSED =
      new ProviderText("The service request is processed successfully.");
  private static final LocalDateTime MOVED_AT = LocalDateTime.parse("2026-11-24T02:30:12");

  // --- what Daraja sends ---

  @ParameterizedTest
  @ValueSource(strings = {"paid.json", "paid-as-texts.json"})
  void a_success_is_read_whatever_the_order_and_the_types(String sample) {
    assertThat(parsed(Given.sample("callback/" + sample)))
        .isEqualTo(
            new StkCallback(
                Given.ID,
                MERCHANT,
                "0",
                PROCESSED,
                Outcome.SUCCESS,
                FailureCategory.OTHER,
                new ReportedAmount("1500"),
                new Receipt("UKO1AB2CD3"),
                MOVED_AT,
                Msisdn.parse("254712345678")));
  }

  @Test
  void its_metadata_is_given_as_text_in_darajas_order() {
    var read = (ParsedCallback.Read) DarajaClient.parseCallback(Given.sample("callback/paid.json"));

    assertThat(read.metadata())
        .containsExactly(
            Map.entry("Amount", "1500"),
            Map.entry("MpesaReceiptNumber", "UKO1AB2CD3"),
            Map.entry("TransactionDate", "20261124023012"),
            Map.entry("PhoneNumber", "254712345678"));
    assertThat(read.toString()).doesNotContain("712345678").contains("4 items");
  }

  @Test
  void a_success_without_metadata_is_bare() {
    assertThat(parsed(Given.sample("callback/paid-bare.json")))
        .isEqualTo(
            new StkCallback(
                Given.ID,
                MERCHANT,
                "0",
                PROCESSED,
                Outcome.SUCCESS,
                FailureCategory.OTHER,
                null,
                null,
                null,
                null));
  }

  @Test
  void a_masked_number_counts_as_none_and_a_receipt_in_small_letters_as_one() {
    var callback = parsed(Given.sample("callback/paid-masked.json"));

    assertThat(callback.payer()).isNull();
    assertThat(callback.receipt()).isEqualTo(new Receipt("UKO1AB2CD3"));
    assertThat(callback.transactionDate()).isEqualTo(MOVED_AT);
  }

  @ParameterizedTest
  @CsvSource({
    "cancelled.json, 1032, FAILURE, CANCELLED",
    "no-answer.json, 1037, FAILURE, TIMEOUT",
    "text-code.json, SFC_IC0003, FAILURE, CONFIGURATION",
    "under-processing.json, 4999, NO_OUTCOME, OTHER",
    "failed-with-receipt.json, 1, FAILURE, INSUFFICIENT_FUNDS"
  })
  void everything_else_has_its_code_and_its_category(
      String sample, String code, Outcome outcome, FailureCategory category) {
    var callback = parsed(Given.sample("callback/" + sample));

    assertThat(callback.resultCode()).isEqualTo(code);
    assertThat(callback.outcome()).isEqualTo(outcome);
    assertThat(callback.category()).isEqualTo(category);
  }

  @Test
  void a_receipt_on_a_failure_is_not_lost() {
    assertThat(parsed(Given.sample("callback/failed-with-receipt.json")).receipt())
        .isEqualTo(new Receipt("UKO1AB2CD3"));
  }

  @Test
  void missing_ids_are_missing() {
    var callback = parsed(Given.sample("callback/no-ids.json"));

    assertThat(callback.checkoutRequestId()).isNull();
    assertThat(callback.merchantRequestId()).isNull();
  }

  // --- codes ---

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "'\"0\"', 0",
    "'\" 0 \"', 0",
    "0.0, 0",
    "'\"0.0\"', 0",
    "'\"00\"', 00",
    "-0, 0",
    "0e5, 0",
    "0e999999999, 0",
    "0.000, 0",
    "1032, 1032",
    "1032.0, 1032",
    "1.032e3, 1032",
    "'\"1032\"', 1032",
    "'\"01032\"', 01032",
    "'\"-0\"', -0",
    "'\"+1\"', +1",
    "'\"\\t1032\\n\"', 1032",
    "1000, 1000",
    "100000011, 100000011",
    "-1, -1",
    "'\"SFC_IC0003\"', SFC_IC0003",
    "'\"0x0\"', 0x0",
    "'\"00.002.1001\"', 00.002.1001",
    "'\"500.001.1001\"', 500.001.1001",
    "'\"zero\"', zero"
  })
  void a_code_is_compared_by_what_it_spells(String json, String code) {
    assertThat(parsed(withCode(json)).resultCode()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "\" \"",
        "true",
        "false",
        "[]",
        "[0]",
        "{}",
        "{\"code\":0}",
        "0.5",
        "1e999999999",
        "-1e999999999",
        "1e-999999999",
        "\"a b\"",
        "\"\\u0000\"",
        "\"\uFF10\"",
        "\"0\\u0000\"",
        "\"z\u00e9ro\""
      })
  void what_is_no_code_makes_no_callback(String json) {
    assertThat(CallbackParser.parse(bytes(withCode(json))))
        .isEqualTo(new ParsedCallback.Unreadable("its stkCallback holds no result code"));
  }

  @Test
  void a_very_long_code_is_none() {
    assertThat(CallbackParser.parse(bytes(withCode("\"" + "9".repeat(65) + "\""))))
        .isInstanceOf(ParsedCallback.Unreadable.class);
  }

  // --- amounts ---

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1500",
        "1500.00",
        "1.5e3",
        "15E2",
        "\"1500\"",
        "\" 1500 \"",
        "\"1500.0\"",
        "\"+1500\"",
        "\"1.5E3\"",
        "1500.0000000000000000000000000000"
      })
  void an_amount_is_compared_by_value(String json) {
    assertThat(amount(json).is(new Shillings(1500))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1500.5, 1500.5",
    "0, 0",
    "0.00, 0",
    "-1500, -1500",
    "15000, 15000",
    "1e9, 1000000000",
    "'\"1,500\"', '1,500'",
    "'\"KES 1500\"', KES 1500",
    "'\"\uFF11\"', \uFF11",
    "true, true",
    "{}, {…}",
    "[1500], […]",
    "1e999999999, 1e999999999",
    "'\"a\\u0000\\u2028b\"', a\uFFFD\uFFFDb",
    "1499.99999999999999999999999999, 1499.99999999999999999999999999"
  })
  void an_amount_that_is_another_or_none_is_kept_to_be_seen(String json, String shown) {
    assertThat(amount(json)).isEqualTo(new ReportedAmount(shown));
    assertThat(amount(json).is(new Shillings(1500))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"  \""})
  void an_amount_that_says_nothing_is_absent(String json) {
    assertThat(parsed(withItem("Amount", json)).amount()).isNull();
  }

  @Test
  void a_very_long_amount_is_cut() {
    assertThat(amount("\"" + "x".repeat(60_000) + "\"").text()).isEqualTo("x".repeat(63) + "…");
    assertThat(amount("\"" + "\uD83D\uDE00".repeat(50) + "\"").text())
        .isEqualTo("\uD83D\uDE00".repeat(31) + "…");
  }

  // --- the other items ---

  @ParameterizedTest
  @CsvSource({
    "'\"UKO1AB2CD3\"', UKO1AB2CD3",
    "'\" uko1ab2cd3 \"', UKO1AB2CD3",
    "1234567890, 1234567890",
    "'\"SHORT\"',",
    "'\"UKO1-AB2CD\"',",
    "'\"\"',",
    "null,",
    "{},",
    "true,",
    "1.5,",
    "'\"ABCDEFGHIJKLMNOPQRSTU\"',"
  })
  void a_receipt_of_impossible_form_is_none(String json, @Nullable String receipt) {
    var read = parsed(withItem("MpesaReceiptNumber", json)).receipt();

    assertThat(read == null ? null : read.value()).isEqualTo(receipt);
  }

  @ParameterizedTest
  @CsvSource({
    "20261124023012, 2026-11-24T02:30:12",
    "'\"20261124023012\"', 2026-11-24T02:30:12",
    "2.0261124023012e13, 2026-11-24T02:30:12",
    "'\"2026-11-24 02:30:12\"', 2026-11-24T02:30:12",
    "20260230023012,",
    "20261124243012,",
    "2026,",
    "'\"yesterday\"',",
    "'\"2026-11-24\"',",
    "1e999999999,",
    "true,",
    "[],",
    "null,"
  })
  void a_date_that_cannot_be_is_none(String json, @Nullable LocalDateTime date) {
    assertThat(parsed(withItem("TransactionDate", json)).transactionDate()).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "254712345678, 254712345678",
    "'\"254712345678\"', 254712345678",
    "'\"0712345678\"', 254712345678",
    "'\"254712***678\"',",
    "'\"+254 712 345 678\"', 254712345678",
    "'\"a3f5c0de00112233445566778899aabbccddeeff00112233445566778899aabb\"',",
    "447700900123,",
    "null,",
    "1e999999999,"
  })
  void a_number_that_is_not_told_is_none(String json, @Nullable String payer) {
    var read = parsed(withItem("PhoneNumber", json)).payer();

    assertThat(read == null ? null : read.digits()).isEqualTo(payer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "null",
        "\"x\"",
        "[null]",
        "[1,\"x\",[],true]",
        "[{}]",
        "[{\"Value\":1}]",
        "[{\"Name\":null,\"Value\":1}]",
        "[{\"Name\":{},\"Value\":1}]",
        "[{\"Name\":\"Balance\"}]"
      })
  void items_that_are_none_are_passed_over(String items) {
    var callback = parsed(success("\"CallbackMetadata\":{\"Item\":" + items + "}"));

    assertThat(callback.amount()).isNull();
    assertThat(callback.receipt()).isNull();
  }

  @Test
  void a_single_item_need_not_be_in_a_list() {
    var item = "{\"Name\":\"MpesaReceiptNumber\",\"Value\":\"UKO1AB2CD3\"}";

    assertThat(parsed(success("\"CallbackMetadata\":{\"Item\":" + item + "}")).receipt())
        .isEqualTo(new Receipt("UKO1AB2CD3"));
  }

  @Test
  void an_item_named_twice_is_believed_only_if_it_says_the_same() {
    var receipt = "{\"Name\":\"MpesaReceiptNumber\",\"Value\":\"UKO1AB2CD3\"}";
    var another = "{\"Name\":\"MpesaReceiptNumber\",\"Value\":\"UKO9ZZ9ZZ9\"}";

    assertThat(parsed(items(receipt, receipt)).receipt()).isEqualTo(new Receipt("UKO1AB2CD3"));
    assertThat(CallbackParser.parse(bytes(items(receipt, another))))
        .isEqualTo(new ParsedCallback.Unreadable("it names an item twice, with two values"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"ws CO\"", "\"\"", "null", "{}", "true", "\"\\u0000\"", "\"ws_\u00e9\""})
  void an_id_of_impossible_form_is_missing(String json) {
    var body = "{\"Body\":{\"stkCallback\":{\"ResultCode\":0,\"CheckoutRequestID\":" + json + "}}}";

    assertThat(parsed(body).checkoutRequestId()).isNull();
  }

  @Test
  void an_id_longer_than_128_characters_is_missing() {
    var body =
        "{\"Body\":{\"stkCallback\":{\"ResultCode\":0,\"CheckoutRequestID\":\""
            + "w".repeat(129)
            + "\"}}}";

    assertThat(parsed(body).checkoutRequestId()).isNull();
  }

  @Test
  void control_characters_and_lone_surrogates_become_replacement_characters() {
    assertThat(parsed(described("a\\u0007b\\ud83dc\\udc00d\\u0085e")).resultDesc().value())
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
    assertThat(parsed(described("a\u0001b\nc")).resultDesc().value()).isEqualTo("a\uFFFDb\uFFFDc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE"})
  void any_unicode_encoding_is_read(String charset) {
    var body = withItem("MpesaReceiptNumber", "\"UKO1AB2CD3\"");

    assertThat(parsed(body.getBytes(Charset.forName(charset))).receipt())
        .isEqualTo(new Receipt("UKO1AB2CD3"));
  }

  @Test
  void a_byte_order_mark_and_space_around_are_passed_over() {
    assertThat(parsed("\uFEFF" + withCode("1032")).resultCode()).isEqualTo("1032");
    assertThat(parsed("\uFEFF".getBytes(StandardCharsets.UTF_16LE), withCode("1032")))
        .isEqualTo("1032");
    assertThat(parsed(" \r\n\t" + withCode("1032") + " \r\n\t").resultCode()).isEqualTo("1032");
  }

  @Test
  void bytes_that_are_no_utf_8_do_not_lose_the_rest() {
    var body = described("paid by Ren\u00e9").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(parsed(body).resultDesc().value()).isEqualTo("paid by Ren\uFFFD");
  }

  private static String parsed(byte[] mark, String rest) {
    var text = rest.getBytes(StandardCharsets.UTF_16LE);
    var body = new byte[mark.length + text.length];
    System.arraycopy(mark, 0, body, 0, mark.length);
    System.arraycopy(text, 0, body, mark.length, text.length);
    return parsed(body).resultCode();
  }

  private static ReportedAmount amount(String json) {
    var amount = parsed(withItem("Amount", json)).amount();
    assertThat(amount).isNotNull();
    return amount;
  }

  private static StkCallback parsed(String body) {
    return parsed(bytes(body));
  }

  private static StkCallback parsed(byte[] body) {
    var parsed = CallbackParser.parse(body);
    assertThat(parsed).isInstanceOf(ParsedCallback.Read.class);
    return ((ParsedCallback.Read) parsed).callback();
  }

  private static String withCode(String json) {
    return "{\"Body\":{\"stkCallback\":{\"ResultCode\":" + json + "}}}";
  }

  private static String described(String words) {
    return "{\"Body\":{\"stkCallback\":{\"ResultCode\":1,\"ResultDesc\":\"" + words + "\"}}}";
  }

  private static String withItem(String name, String json) {
    return items("{\"Name\":\"" + name + "\",\"Value\":" + json + "}");
  }

  private static String items(String... items) {
    return success("\"CallbackMetadata\":{\"Item\":[" + String.join(",", items) + "]}");
  }

  private static String success(String more) {
    return "{\"Body\":{\"stkCallback\":{\"ResultCode\":0," + more + "}}}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
