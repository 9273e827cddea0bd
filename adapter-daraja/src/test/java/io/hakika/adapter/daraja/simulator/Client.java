package io.hakika.adapter.daraja.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client of Daraja, written for these tests from Daraja's documentation alone. */
final class Client {

  static final String PUSH = "/mpesa/stkpush/v1/processrequest";
  static final String QUERY = "/mpesa/stkpushquery/v1/query";
  static final String TOKEN = "/oauth/v1/generate?grant_type=client_credentials";
  static final String TIMESTAMP = "20261124101112";

  private final Merchant merchant;
  private final RawHttp http;

  Client(DarajaSimulator simulator) {
    this(simulator, simulator.merchant());
  }

  Client(DarajaSimulator simulator, Merchant merchant) {
    this(new RawHttp(simulator.baseUrl()), merchant);
  }

  private Client(RawHttp http, Merchant merchant) {
    this.http = http;
    this.merchant = merchant;
  }

  /** The same client, which waits no longer than this for the next byte. */
  Client patient(DarajaSimulator simulator, Duration patience) {
    return new Client(new RawHttp(simulator.baseUrl(), patience), merchant);
  }

  RawHttp http() {
    return http;
  }

  RawHttp.Response tokenAnswer() {
    return http.get(
        TOKEN, Map.of("Authorization", basic(merchant.consumerKey(), merchant.consumerSecret())));
  }

  String token() {
    return tokenAnswer().json().path("access_token").asString();
  }

  /** A push of one shilling that keeps every rule. */
  Map<String, Object> pushBody(String phone, URI callbackUrl) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("BusinessShortCode", merchant.shortCode());
    fields.put("Password", password());
    fields.put("Timestamp", TIMESTAMP);
    fields.put("TransactionType", "CustomerPayBillOnline");
    fields.put("Amount", 1);
    fields.put("PartyA", phone);
    fields.put("PartyB", merchant.shortCode());
    fields.put("PhoneNumber", phone);
    fields.put("CallBackURL", callbackUrl.toString());
    fields.put("AccountReference", "ORD-1");
    fields.put("TransactionDesc", "Payment");
    return fields;
  }

  Map<String, Object> queryBody(String checkoutRequestId) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("BusinessShortCode", merchant.shortCode());
    fields.put("Password", password());
    fields.put("Timestamp", TIMESTAMP);
    fields.put("CheckoutRequestID", checkoutRequestId);
    return fields;
  }

  RawHttp.Response push(String phone, URI callbackUrl) {
    return post(PUSH, token(), pushBody(phone, callbackUrl));
  }

  RawHttp.Response query(String checkoutRequestId) {
    return post(QUERY, token(), queryBody(checkoutRequestId));
  }

  RawHttp.Response post(String path, String token, Map<String, Object> body) {
    return http.post(
        path,
        Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
        Json.write(body));
  }

  static String basic(String key, String secret) {
    return "Basic " + base64(key + ":" + secret);
  }

  private String password() {
    return base64(merchant.shortCode() + merchant.passKey() + TIMESTAMP);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
