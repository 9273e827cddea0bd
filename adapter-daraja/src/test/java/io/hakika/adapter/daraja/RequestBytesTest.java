package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves this machine, byte for byte. */
class RequestBytesTest {

  // 174379 + the-passkey + 20261124023005, and the-key:the-secret, in base 64.
  private static final String PASSWORD = "MTc0Mzc5dGhlLXBhc3NrZXkyMDI2MTEyNDAyMzAwNQ==";
  private static final String BASIC = "dGhlLWtleTp0aGUtc2VjcmV0";

  private WireServer server;

  @BeforeEach
  void start() {
    server = WireServer.start();
    server.answers(Reaction.json(200, "{}"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_token_is_asked_for_with_basic_authentication_and_without_a_body() {
    try (var daraja = Given.client(server)) {
      daraja.stkPush(Given.push());
    }
    var request = server.tokenRequests().get(0);
    assertThat(request.firstLine())
        .isEqualTo("GET /oauth/v1/generate?grant_type=client_credentials HTTP/1.1");
    // JDK 17 sends "content-length: 0" with a GET, later ones do not.
    assertThat(headers(request))
        .filteredOn(line -> !line.equals("content-length: 0"))
        .containsExactly(
            "accept: application/json",
            "authorization: Basic " + BASIC,
            "host: " + server.url().getAuthority(),
            "user-agent: Hakika");
    assertThat(request.body()).isEmpty();
  }

  @Test
  void a_push_to_a_paybill() {
    try (var daraja = Given.client(server)) {
      daraja.stkPush(Given.push());
    }
    var request = server.posts().get(0);
    assertThat(request.firstLine()).isEqualTo("POST /mpesa/stkpush/v1/processrequest HTTP/1.1");
    assertThat(headers(request)).containsExactlyElementsOf(jsonHeaders(request));
    assertThat(request.text())
        .isEqualTo(
            "{\"BusinessShortCode\":\"174379\","
                + "\"Password\":\""
                + PASSWORD
                + "\","
                + "\"Timestamp\":\"20261124023005\","
                + "\"TransactionType\":\"CustomerPayBillOnline\","
                + "\"Amount\":1500,"
                + "\"PartyA\":\"254712345678\","
                + "\"PartyB\":\"174379\","
                + "\"PhoneNumber\":\"254712345678\","
                + "\"CallBackURL\":\"https://shop.example/pay/callbacks/stk/abc123\","
                + "\"AccountReference\":\"ORD-1001\","
                + "\"TransactionDesc\":\"Two tickets\"}");
  }

  @Test
  void a_push_to_a_till_names_the_till_as_receiver_and_signs_with_the_short_code() {
    var config = Given.config(server);
    var till = new DarajaConfig(config.baseUrl(), Given.TILL, config.timeout());
    try (var daraja = DarajaClient.of(till, Given.CLOCK)) {
      daraja.stkPush(Given.push());
    }
    assertThat(server.posts().get(0).text())
        .contains("\"BusinessShortCode\":\"174379\",\"Password\":\"" + PASSWORD + "\"")
        .contains("\"TransactionType\":\"CustomerBuyGoodsOnline\"")
        .contains("\"PartyA\":\"254712345678\",\"PartyB\":\"5566778\"");
  }

  @Test
  void a_query() {
    try (var daraja = Given.client(server)) {
      daraja.stkQuery(Given.ID);
    }
    var request = server.posts().get(0);
    assertThat(request.firstLine()).isEqualTo("POST /mpesa/stkpushquery/v1/query HTTP/1.1");
    assertThat(headers(request)).containsExactlyElementsOf(jsonHeaders(request));
    assertThat(request.text())
        .isEqualTo(
            "{\"BusinessShortCode\":\"174379\","
                + "\"Password\":\""
                + PASSWORD
                + "\","
                + "\"Timestamp\":\"20261124023005\","
                + "\"CheckoutRequestID\":\"ws_CO_24112026023005112712345678\"}");
  }

  @Test
  void a_path_in_the_base_address_comes_before_darajas() {
    var config = Given.config(server);
    var behindProxy = config.withBaseUrl(server.url().resolve("/egress/"));
    try (var daraja = DarajaClient.of(behindProxy, Given.CLOCK)) {
      daraja.stkQuery(Given.ID);
    }
    assertThat(server.posts().get(0).firstLine())
        .isEqualTo("POST /egress/mpesa/stkpushquery/v1/query HTTP/1.1");
  }

  private List<String> jsonHeaders(WireServer.Request request) {
    return List.of(
        "accept: application/json",
        "authorization: Bearer token-1",
        "content-length: " + request.body().length,
        "content-type: application/json",
        "host: " + server.url().getAuthority(),
        "user-agent: Hakika");
  }

  /** Header names are the same in any case, and their order says nothing. */
  private static List<String> headers(WireServer.Request request) {
    return request.headers().stream()
        .map(
            line ->
                line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)
                    + line.substring(line.indexOf(':')))
        .sorted()
        .toList();
  }
}
