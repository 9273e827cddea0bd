package io.hakika.adapter.daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule that a request can break, and that breaking one leaves no other trace. */
class RulesTest {

  private static final String PHONE = "254712345678";
  private static final URI SHOP = URI.create("http://127.0.0.1:9/callbacks");

  private DarajaSimulator simulator = DarajaSimulator.start(SimulatorOptions.quick());

  @AfterEach
  void close() {
    simulator.close();
  }

  static Stream<Arguments> faultyFields() {
    return Stream.of(
        arguments("BusinessShortCode", List.of("", "1743", "17437912", "abcde", 1.5, true)),
        arguments("Password", List.of("", "two words", true)),
        arguments(
            "Timestamp",
            List.of("", "2026112410111", "202611241011123", "20261324101112", "2026-11-24 10:11")),
        arguments("TransactionType", List.of("", "CustomerPayBill", "customerpaybillonline")),
        arguments(
            "Amount", List.of("", 0, -1, 250_001, 10.5, "1.00", "1,000", "1e3", "010", " 1", true)),
        arguments("PartyA", List.of("", "0712345678", "25471234567", "254812345678", "+2547")),
        arguments("PartyB", List.of("", "1743", "17437912", "till")),
        arguments(
            "PhoneNumber",
            List.of("", "0712345678", "2547123456789", "254212345678", 712345678L, "٢٥٤٧١٢٣٤٥٦٧٨")),
        arguments(
            "CallBackURL",
            List.of(
                "",
                "/callbacks",
                "ftp://127.0.0.1/x",
                "http://",
                "https://a b/",
                "http://me:secret@127.0.0.1/",
                "http://127.0.0.1/#part",
                "https://127.0.0.1/" + "x".repeat(2000))),
        arguments("AccountReference", List.of("", "  ", "THIRTEEN-CHAR", "A&B", "A\nB", "Ä")),
        arguments("TransactionDesc", List.of("fourteen chars", "100%", "a\tb")));
  }

  @ParameterizedTest
  @MethodSource("faultyFields")
  void a_faulty_field_of_a_push_is_named(String field, List<Object> values) {
    var client = new Client(simulator);
    var token = client.token();
    for (var value : values) {
      var body = client.pushBody(PHONE, SHOP);
      body.put(field, value);

      assertRefused(
          client.post(Client.PUSH, token, body),
          new Rebuff(400, "400.002.02", "Bad Request - Invalid " + field));
    }
    assertThat(simulator.ledger().refusals()).hasSize(values.size());
    assertNothingElseHappened();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BusinessShortCode",
        "Password",
        "Timestamp",
        "TransactionType",
        "Amount",
        "PartyA",
        "PartyB",
        "PhoneNumber",
        "CallBackURL",
        "AccountReference"
      })
  void a_missing_field_of_a_push_is_named(String field) {
    var client = new Client(simulator);
    var body = client.pushBody(PHONE, SHOP);
    body.remove(field);

    assertRefused(
        client.post(Client.PUSH, client.token(), body),
        new Rebuff(400, "400.002.02", "Bad Request - Invalid " + field));
    assertNothingElseHappened();
  }

  @Test
  void a_push_needs_no_description() {
    var client = new Client(simulator);
    var body = client.pushBody(PHONE, SHOP);
    body.remove("TransactionDesc");

    assertThat(client.post(Client.PUSH, client.token(), body).status()).isEqualTo(200);
  }

  @Test
  void numbers_may_come_as_texts_and_texts_as_numbers() {
    var client = new Client(simulator);
    var body = client.pushBody(PHONE, SHOP);
    body.put("BusinessShortCode", 174379);
    body.put("PartyB", 174379);
    body.put("Amount", "250000");
    body.put("PartyA", Long.valueOf(PHONE));
    body.put("PhoneNumber", Long.valueOf(PHONE));

    assertThat(client.post(Client.PUSH, client.token(), body).status()).isEqualTo(200);
    assertThat(simulator.ledger().pushes().get(0).request().amount()).isEqualTo(250_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BusinessShortCode", "Password", "Timestamp", "CheckoutRequestID"})
  void a_missing_field_of_a_query_is_named(String field) {
    var client = new Client(simulator);
    var body = client.queryBody("ws_CO_1");
    body.remove(field);

    assertRefused(
        client.post(Client.QUERY, client.token(), body),
        new Rebuff(400, "400.002.02", "Bad Request - Invalid " + field));
    assertNothingElseHappened();
  }

  @ParameterizedTest
  @ValueSource(strings = {Client.PUSH, Client.QUERY})
  void the_short_code_must_be_the_merchants_own(String path) {
    var client = new Client(simulator);
    var body = new LinkedHashMap<String, Object>(client.queryBody("ws_CO_1"));
    body.putAll(client.pushBody(PHONE, SHOP));
    body.put("BusinessShortCode", "600000");

    assertRefused(
        client.post(path, client.token(), body),
        new Rebuff(500, "500.001.1001", "Merchant does not exist"));
    assertNothingElseHappened();
  }

  @ParameterizedTest
  @ValueSource(strings = {Client.PUSH, Client.QUERY})
  void the_password_must_fit_short_code_passkey_and_timestamp(String path) {
    var client = new Client(simulator);
    var body = new LinkedHashMap<String, Object>(client.queryBody("ws_CO_1"));
    body.putAll(client.pushBody(PHONE, SHOP));
    body.put("Timestamp", "20261124101113");

    assertRefused(
        client.post(path, client.token(), body),
        new Rebuff(500, "500.001.1001", "Wrong credentials"));
    assertNothingElseHappened();
  }

  @ParameterizedTest
  @ValueSource(strings = {Client.PUSH, Client.QUERY})
  void a_token_is_needed_and_must_be_known(String path) {
    var http = new RawHttp(simulator.baseUrl());
    var json = Map.of("Content-Type", "application/json");

    assertRefused(
        http.post(path, json, "{}"),
        new Rebuff(404, "404.001.04", "Invalid Authentication Header"));
    assertRefused(
        new Client(simulator).post(path, "nobodys", Map.of()),
        new Rebuff(404, "404.001.03", "Invalid Access Token"));
    assertRefused(
        http.post(
            path,
            Map.of("Authorization", Client.basic("simulator-key", "x"), "Content-Type", "a/b"),
            "{}"),
        new Rebuff(404, "404.001.04", "Invalid Authentication Header"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD"})
  void a_push_is_posted(String method) {
    var answer = new RawHttp(simulator.baseUrl()).send(method, Client.PUSH, Map.of(), "");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(simulator.ledger().refusals().get(0).errorCode()).isEqualTo("405.001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "null", "\"text\"", "{} {}", "{\"Amount\":1,\"Amount\":2}"})
  void a_body_that_is_no_json_object_is_refused(String body) {
    assertRefused(
        posted(Client.PUSH, "application/json", body),
        new Rebuff(400, "400.002.05", "Invalid Request Payload"));
  }

  @Test
  void a_body_over_64_KiB_is_refused() {
    assertRefused(
        posted(Client.PUSH, "application/json", "{\"x\":\"" + "y".repeat(70_000) + "\"}"),
        new Rebuff(400, "400.002.05", "Invalid Request Payload"));
  }

  @Test
  void deep_json_is_refused_and_not_climbed() {
    assertRefused(
        posted(Client.PUSH, "application/json", "[".repeat(30_000)),
        new Rebuff(400, "400.002.05", "Invalid Request Payload"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text/plain", "application/x-www-form-urlencoded"})
  void another_content_type_reads_as_a_missing_short_code(String contentType) {
    assertRefused(
        posted(Client.PUSH, contentType, "{}"),
        new Rebuff(400, "400.002.02", "Bad Request - Invalid BusinessShortCode"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/mpesa/stkpush/v1/processrequest/", "/mpesa"})
  void other_paths_do_not_exist(String path) {
    assertRefused(
        new RawHttp(simulator.baseUrl()).post(path, Map.of(), ""),
        new Rebuff(404, "404.001.01", "Resource not found"));
    assertThat(simulator.ledger().refusals().get(0).path()).isEqualTo("other");
  }

  @Test
  void a_token_needs_the_merchants_key_and_secret() {
    var wrong = new ArrayList<Map<String, String>>();
    wrong.add(Map.of());
    wrong.add(Map.of("Authorization", "Bearer x"));
    wrong.add(Map.of("Authorization", "Basic ***"));
    wrong.add(Map.of("Authorization", Client.basic("simulator-key", "wrong")));
    wrong.add(Map.of("Authorization", Client.basic("nobody", "simulator-secret")));

    for (var headers : wrong) {
      assertRefused(
          new RawHttp(simulator.baseUrl()).get(Client.TOKEN, headers),
          new Rebuff(400, "400.008.01", "Invalid Authentication passed"));
    }
    assertThat(simulator.ledger().minted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?grant_type=password", "?grant=client_credentials"})
  void a_token_is_asked_for_by_client_credentials(String query) {
    var merchant = simulator.merchant();
    var basic = Client.basic(merchant.consumerKey(), merchant.consumerSecret());

    assertRefused(
        new RawHttp(simulator.baseUrl())
            .get("/oauth/v1/generate" + query, Map.of("Authorization", basic)),
        new Rebuff(400, "400.008.02", "Invalid grant type passed"));
  }

  @Test
  void a_token_is_not_posted_for() {
    assertRefused(
        new RawHttp(simulator.baseUrl()).post(Client.TOKEN, Map.of(), ""),
        new Rebuff(405, "405.001", "Method Not Allowed"));
  }

  @Test
  void long_texts_can_be_accepted() {
    restartedWith(Quirk.LONG_TEXTS_ACCEPTED);
    var client = new Client(simulator);
    var body = client.pushBody(PHONE, SHOP);
    body.put("AccountReference", "A reference of more than 12");
    body.put("TransactionDesc", "A description of more than 13");

    assertThat(client.post(Client.PUSH, client.token(), body).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example/callbacks",
        "https://localhost/callbacks",
        "https://127.0.0.1/callbacks",
        "https://shop.example/MPESA",
        "https://shop.example/sql/1"
      })
  void callback_addresses_can_be_judged_strictly(String url) {
    restartedWith(Quirk.STRICT_CALLBACK_URLS);
    var client = new Client(simulator);

    assertRefused(
        client.push(PHONE, URI.create(url)),
        new Rebuff(400, "400.002.02", "Bad Request - Invalid CallBackURL"));
    assertThat(client.push(PHONE, URI.create("https://shop.example/callbacks/stk/1")).status())
        .isEqualTo(200);
  }

  private void restartedWith(Quirk quirk) {
    simulator.close();
    simulator = DarajaSimulator.start(SimulatorOptions.quick().withQuirks(quirk));
  }

  private RawHttp.Response posted(String path, String contentType, String body) {
    var token = new Client(simulator).token();
    return new RawHttp(simulator.baseUrl())
        .post(path, Map.of("Authorization", "Bearer " + token, "Content-Type", contentType), body);
  }

  private void assertRefused(RawHttp.Response answer, Rebuff why) {
    assertThat(answer.status()).isEqualTo(why.status());
    assertThat(answer.json().path("errorCode").asString()).isEqualTo(why.code());
    assertThat(answer.json().path("errorMessage").asString()).isEqualTo(why.message());
    assertThat(answer.json().path("requestId").asString()).matches("[0-9a-f-]{30,40}");
    var entries = simulator.ledger().refusals();
    assertThat(entries.get(entries.size() - 1))
        .asString()
        .endsWith("HTTP %d, %s %s".formatted(why.status(), why.code(), why.message()));
  }

  private void assertNothingElseHappened() {
    assertThat(simulator.ledger().entries())
        .allMatch(entry -> entry instanceof Ledger.Refused || entry instanceof Ledger.Minted);
  }
}
