package io.hakika.adapter.daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is on the wire, to the byte. The clock stands at 10:11:12.345 in Nairobi. */
class WireTest {

  private static final Instant NOW = Instant.parse("2026-11-24T07:11:12.345Z");
  private static final String PHONE = "254712345678";
  private static final String ID = "ws_CO_24112026101112345712345678";

  private final SimulatorOptions options =
      SimulatorOptions.quick().withClock(Clock.fixed(NOW, ZoneOffset.UTC));
  private final Shop shop = Shop.open();
  private DarajaSimulator simulator = DarajaSimulator.start(options);

  @AfterEach
  void close() {
    simulator.close();
    shop.close();
  }

  @Test
  void a_token_is_28_characters_and_good_for_3599_seconds() {
    var answer = new Client(simulator).tokenAnswer();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .matches("\\{\"access_token\":\"[A-Za-z0-9]{28}\",\"expires_in\":3599\\}");
  }

  @Test
  void expires_in_can_be_text() {
    restartedWith(Quirk.EXPIRES_IN_AS_TEXT);

    assertThat(new Client(simulator).tokenAnswer().body()).endsWith(",\"expires_in\":\"3599\"}");
  }

  @Test
  void an_accepted_push_is_answered_with_texts_alone() {
    var answer = new Client(simulator).push(PHONE, shop.url());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsIgnoringCase("content-type: application/json");
    assertThat(answer.body())
        .matches(
            "\\{\"MerchantRequestID\":\"[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[0-9]{6}\","
                + "\"CheckoutRequestID\":\""
                + ID
                + "\",\"ResponseCode\":\"0\","
                + "\"ResponseDescription\":\"Success. Request accepted for processing\","
                + "\"CustomerMessage\":\"Success. Request accepted for processing\"\\}");
  }

  @Test
  void merchant_request_ids_can_have_their_old_form() {
    restartedWith(Quirk.OLD_MERCHANT_REQUEST_IDS);

    assertThat(new Client(simulator).push(PHONE, shop.url()).body())
        .matches("\\{\"MerchantRequestID\":\"[0-9]{5}-[0-9]{8}-1\",.*");
  }

  @Test
  void a_success_is_called_back_with_numbers_and_a_balance_without_a_value() {
    new Client(simulator).push(PHONE, shop.url());

    var callback = callback();
    assertThat(callback.body())
        .matches(
            "\\{\"Body\":\\{\"stkCallback\":\\{\"MerchantRequestID\":\"[^\"]+\","
                + "\"CheckoutRequestID\":\""
                + ID
                + "\",\"ResultCode\":0,"
                + "\"ResultDesc\":\"The service request is processed successfully.\","
                + "\"CallbackMetadata\":\\{\"Item\":\\["
                + "\\{\"Name\":\"Amount\",\"Value\":1\\.00\\},"
                + "\\{\"Name\":\"MpesaReceiptNumber\",\"Value\":\"UKO[0-9A-Z]{7}\"\\},"
                + "\\{\"Name\":\"Balance\"\\},"
                + "\\{\"Name\":\"TransactionDate\",\"Value\":20261124101112\\},"
                + "\\{\"Name\":\"PhoneNumber\",\"Value\":254712345678\\}\\]\\}\\}\\}\\}");
  }

  @Test
  void a_callback_is_posted_with_the_short_code_in_a_header() {
    new Client(simulator).push(PHONE, shop.url());

    var callback = callback();
    assertThat(callback.path()).isEqualTo("/callbacks/stk/abc");
    assertThat(callback.contentType()).isEqualTo("application/json;charset=UTF-8");
    assertThat(callback.shortCode()).isEqualTo("174379");
  }

  @Test
  void a_failure_is_called_back_without_metadata() {
    new Client(simulator).push(Customer.CANCELS.number(1), shop.url());

    assertThat(callback().body())
        .endsWith("\"ResultCode\":1032,\"ResultDesc\":\"Request cancelled by user\"}}}");
  }

  @Test
  void a_code_that_is_no_number_is_called_back_as_text() {
    new Client(simulator).push(Customer.TEXT_CODE.number(1), shop.url());

    assertThat(callback().body()).contains("\"ResultCode\":\"SFC_IC0003\"");
  }

  @Test
  void numbers_can_come_as_texts_and_items_in_another_order() {
    new Client(simulator).push(Customer.TEXTS.number(1), shop.url());

    assertThat(callback().body())
        .contains("\"ResultCode\":\"0\"")
        .contains(
            "{\"Item\":[{\"Name\":\"PhoneNumber\",\"Value\":\"254700000128\"},"
                + "{\"Name\":\"TransactionDate\",\"Value\":\"20261124101112\"},"
                + "{\"Name\":\"Balance\"},")
        .endsWith("{\"Name\":\"Amount\",\"Value\":\"1.00\"}]}}}}");
  }

  @Test
  void amounts_can_be_whole() {
    restartedWith(Quirk.WHOLE_AMOUNTS);
    new Client(simulator).push(PHONE, shop.url());

    assertThat(callback().body()).contains("{\"Name\":\"Amount\",\"Value\":1}");
  }

  @Test
  void payers_can_be_masked() {
    restartedWith(Quirk.MASKED_PHONES);
    new Client(simulator).push(PHONE, shop.url());

    assertThat(callback().body()).contains("{\"Name\":\"PhoneNumber\",\"Value\":\"254712***678\"}");
  }

  @Test
  void a_decided_query_is_answered_with_texts_and_no_receipt() {
    new Client(simulator).push(PHONE, shop.url());
    callback();

    var answer = new Client(simulator).query(ID);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .matches(
            "\\{\"ResponseCode\":\"0\","
                + "\"ResponseDescription\":\"The service request has been accepted successfully\","
                + "\"MerchantRequestID\":\"[^\"]+\",\"CheckoutRequestID\":\""
                + ID
                + "\",\"ResultCode\":\"0\","
                + "\"ResultDesc\":\"The service request is processed successfully.\"\\}");
  }

  @Test
  void an_open_push_is_said_to_be_under_processing() {
    simulator.phone(PHONE).staysSilent();
    new Client(simulator).push(PHONE, shop.url());

    assertThat(new Client(simulator).query(ID).body())
        .endsWith(
            "\"ResultCode\":\"4999\","
                + "\"ResultDesc\":\"The transaction is still under processing\"}");
  }

  @Test
  void an_open_push_can_be_answered_with_an_error() {
    restartedWith(Quirk.PENDING_AS_ERROR);
    simulator.phone(PHONE).staysSilent();
    new Client(simulator).push(PHONE, shop.url());

    var answer = new Client(simulator).query(ID);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body())
        .matches(
            "\\{\"requestId\":\"[^\"{}]+\",\"errorCode\":\"500.001.1001\","
                + "\"errorMessage\":\"The transaction is being processed\"\\}");
  }

  @Test
  void an_open_push_can_be_answered_with_an_error_without_words_and_status_200() {
    restartedWith(Quirk.PENDING_AS_EMPTY_ERROR);
    simulator.phone(PHONE).staysSilent();
    new Client(simulator).push(PHONE, shop.url());

    var answer = new Client(simulator).query(ID);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).endsWith("\"errorCode\":\"500.001.1001\",\"errorMessage\":\"\"}");
  }

  @Test
  void the_words_for_no_answer_differ_by_channel() {
    var phone = Customer.NO_ANSWER.number(1);
    new Client(simulator).push(phone, shop.url());

    assertThat(callback().body()).contains("\"ResultDesc\":\"No response from user.\"");
    var id = simulator.phone(phone).awaitPrompt().checkoutRequestId();
    assertThat(new Client(simulator).query(id).body())
        .contains("\"ResultDesc\":\"DS timeout user cannot be reached.\"");
  }

  @Test
  void an_unknown_push_does_not_exist() {
    var answer = new Client(simulator).query("ws_CO_1");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body())
        .contains("\"errorCode\":\"500.001.1001\"", "The transaction does not Exist");
  }

  @Test
  void an_unknown_push_can_be_an_invalid_id() {
    restartedWith(Quirk.UNKNOWN_AS_INVALID);

    var answer = new Client(simulator).query("ws_CO_1");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("400.002.02", "Bad Request - Invalid CheckoutRequestID");
  }

  @Test
  void the_gateway_throttles_in_its_own_envelope() {
    var answer = new Client(simulator).push(Customer.SPIKE_ARREST_FAULT.number(1), shop.url());

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.body())
        .startsWith("{\"fault\":{\"faultstring\":\"Spike arrest violation. Allowed rate : ")
        .endsWith("\"detail\":{\"errorcode\":\"policies.ratelimit.SpikeArrestViolation\"}}}");
  }

  @Test
  void the_firewall_answers_with_a_page() {
    var answer = new Client(simulator).push(Customer.BLOCKED.number(1), shop.url());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers()).containsIgnoringCase("content-type: text/html");
    assertThat(answer.body()).startsWith("<html>").contains("Incapsula incident ID");
  }

  @Test
  void the_root_tells_a_person_what_this_is() {
    var page = new Client(simulator).http().get("/", Map.of());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("No money moves", Client.PUSH, "01  cancels", "69  quota fault");
  }

  private void restartedWith(Quirk quirk) {
    simulator.close();
    simulator = DarajaSimulator.start(options.withQuirks(quirk));
  }

  private Shop.Came callback() {
    simulator.ledger().awaitCallbacks(1);
    return shop.came().get(0);
  }
}
