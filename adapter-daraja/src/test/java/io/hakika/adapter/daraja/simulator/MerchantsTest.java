package io.hakika.adapter.daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.TickingClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens, several merchants, paybill and till, locks and limits. */
class MerchantsTest {

  private static final String NUMBER = "254712345678";
  private static final Merchant OTHER =
      new Merchant("other-key", "other-secret", "600000", "other-passkey", "600001");

  private final Shop shop = Shop.open();
  private final TickingClock clock = TickingClock.at(Instant.parse("2026-11-24T07:00:00Z"));
  private DarajaSimulator simulator = started();

  @AfterEach
  void close() {
    simulator.close();
    shop.close();
  }

  @Test
  void several_tokens_of_a_merchant_are_good_at_the_same_time() {
    var client = new Client(simulator);
    var one = client.token();
    var two = client.token();

    assertThat(one).isNotEqualTo(two);
    assertThat(pushed(client, one).status()).isEqualTo(200);
    assertThat(pushed(client, two).status()).isEqualTo(200);
    assertThat(simulator.ledger().minted())
        .extracting(Ledger.Minted::consumerKey)
        .containsOnly("simulator-key");
  }

  @Test
  void a_new_token_can_invalidate_the_merchants_earlier_ones() {
    restarted(Quirk.ONE_TOKEN_AT_A_TIME);
    var client = new Client(simulator);
    var other = new Client(simulator, OTHER);
    var others = other.token();
    var one = client.token();
    var two = client.token();

    assertThat(pushed(client, one).status()).isEqualTo(404);
    assertThat(pushed(client, two).status()).isEqualTo(200);
    assertThat(pushed(other, others).status()).isEqualTo(200);
  }

  @Test
  void a_token_runs_out() {
    var client = new Client(simulator);
    var token = client.token();
    clock.passes(Duration.ofSeconds(3598));
    assertThat(pushed(client, token).status()).isEqualTo(200);

    clock.passes(Duration.ofSeconds(1));

    assertThat(pushed(client, token).json().path("errorCode").asString()).isEqualTo("404.001.03");
  }

  @Test
  void tokens_can_be_forgotten() {
    var client = new Client(simulator);
    var token = client.token();

    simulator.forgetTokens();

    assertThat(pushed(client, token).status()).isEqualTo(404);
    assertThat(pushed(client, client.token()).status()).isEqualTo(200);
  }

  @Test
  void a_refused_token_stays_refused_and_the_next_one_is_good() {
    var client = new Client(simulator);
    var token = client.token();
    var body = client.pushBody(Customer.TOKEN_REFUSED_ONCE.number(1), shop.url());

    assertThat(client.post(Client.PUSH, token, body).status()).isEqualTo(404);
    assertThat(client.post(Client.PUSH, token, body).status()).isEqualTo(404);
    assertThat(client.post(Client.PUSH, client.token(), body).status()).isEqualTo(200);
  }

  @Test
  void a_token_is_good_for_its_merchant_alone() {
    var token = new Client(simulator, OTHER).token();

    assertThat(pushed(new Client(simulator), token).body()).contains("Merchant does not exist");
  }

  @Test
  void a_push_is_unknown_to_other_merchants() {
    new Client(simulator).push(NUMBER, shop.url());
    var id = simulator.phone(NUMBER).awaitPrompt().checkoutRequestId();

    assertThat(new Client(simulator, OTHER).query(id).body()).contains("does not Exist");
    assertThat(new Client(simulator).query(id).status()).isEqualTo(200);
  }

  @Test
  void a_till_is_paid_by_buying_goods() {
    var client = new Client(simulator);
    client.post(Client.PUSH, client.token(), goods(client, "600100"));

    assertThat(simulator.ledger().awaitCallbacks(1).get(0).body()).contains("\"ResultCode\":0,");
  }

  @Test
  void a_till_that_is_not_the_merchants_fails_after_it_was_accepted() {
    var client = new Client(simulator);

    var answer = client.post(Client.PUSH, client.token(), goods(client, "174379"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(simulator.ledger().awaitCallbacks(1).get(0).body())
        .contains("\"ResultCode\":\"SFC_IC0003\"");
    assertThat(simulator.ledger().charges()).isEmpty();
  }

  @Test
  void a_paybill_that_is_not_the_merchants_fails_after_it_was_accepted() {
    var client = new Client(simulator);
    var body = client.pushBody(NUMBER, shop.url());
    body.put("PartyB", "600100");

    assertThat(client.post(Client.PUSH, client.token(), body).status()).isEqualTo(200);
    assertThat(simulator.ledger().awaitCallbacks(1).get(0).body()).contains("\"ResultCode\":2028,");
  }

  @Test
  void the_same_push_twice_rings_twice() {
    var client = new Client(simulator);
    client.push(NUMBER, shop.url());
    client.push(NUMBER, shop.url());

    assertThat(simulator.ledger().promptsOf("ORD-1"))
        .extracting(Ledger.Rang::checkoutRequestId)
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(simulator.ledger().pushesOf("ORD-1"))
        .extracting(Ledger.Pushed::attempt)
        .containsExactly(1, 2);
  }

  @Test
  void a_ringing_phone_can_be_busy_until_it_is_answered() {
    restarted(Quirk.ONE_PROMPT_PER_PHONE);
    var phone = simulator.phone(NUMBER).staysSilent();
    var client = new Client(simulator);
    client.push(NUMBER, shop.url());

    assertThat(client.push(NUMBER, shop.url()).body())
        .contains("500.001.1001", "Unable to lock subscriber");
    assertThat(client.push("254712345679", shop.url()).status()).isEqualTo(200);
    phone.cancels();
    assertThat(client.push(NUMBER, shop.url()).status()).isEqualTo(200);
  }

  @Test
  void a_busy_phone_is_free_when_the_prompt_has_run_out() {
    restarted(Quirk.ONE_PROMPT_PER_PHONE);
    simulator.phone(NUMBER).staysSilent();
    var client = new Client(simulator);
    client.push(NUMBER, shop.url());

    clock.passes(Delays.tiny().silence());

    assertThat(client.push(NUMBER, shop.url()).status()).isEqualTo(200);
  }

  @Test
  void queries_can_be_few() {
    restarted(Quirk.FEW_QUERIES);
    var client = new Client(simulator);
    assertThat(client.query("ws_CO_1").status()).isEqualTo(500);
    clock.passes(Duration.ofSeconds(11));
    assertThat(client.query("ws_CO_1").status()).isEqualTo(429);
    assertThat(new Client(simulator, OTHER).query("ws_CO_1").status()).isEqualTo(500);

    clock.passes(Duration.ofSeconds(1));

    assertThat(client.query("ws_CO_1").status()).isEqualTo(500);
    assertThat(simulator.ledger().queries()).hasSize(4);
  }

  private DarajaSimulator started(Quirk... quirks) {
    return DarajaSimulator.start(
        SimulatorOptions.quick()
            .withMerchants(Merchant.standard(), OTHER)
            .withClock(clock)
            .withQuirks(quirks));
  }

  private void restarted(Quirk quirk) {
    simulator.close();
    simulator = started(quirk);
  }

  private RawHttp.Response pushed(Client client, String token) {
    return client.post(Client.PUSH, token, client.pushBody(NUMBER, URI.create("http://[::1]:9/")));
  }

  private Map<String, Object> goods(Client client, String till) {
    var body = client.pushBody(NUMBER, shop.url());
    body.put("TransactionType", "CustomerBuyGoodsOnline");
    body.put("PartyB", till);
    return body;
  }
}
