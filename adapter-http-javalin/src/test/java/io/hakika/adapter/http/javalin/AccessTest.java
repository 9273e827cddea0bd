package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.Page;
import io.hakika.application.port.driving.RecoverPayments.Asked;
import io.hakika.application.port.driving.ReviewPayments;
import io.hakika.application.port.driving.StartCheckout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of the API with every kind of key. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccessTest {

  private static final PaymentFixture FIXTURE = PaymentFixture.aPayment();
  private static final String PAYMENT = "/v1/payments/" + FIXTURE.id();

  private Shop shop;

  @BeforeAll
  void open() {
    shop = Shop.open();
    var details = new Details(FIXTURE.paid(), 3, null, null);
    when(shop.checkout.start(any())).thenReturn(new StartCheckout.Result.Started(details));
    when(shop.payments.find(any())).thenReturn(Optional.of(details));
    when(shop.payments.list(any(), anyInt(), any())).thenReturn(new Page<>(List.of(), null));
    when(shop.payments.timeline(any(), anyInt(), any())).thenReturn(new Page<>(List.of(), null));
    when(shop.recovery.recover(any())).thenReturn(new Asked.Answered(details));
    when(shop.reviews.resolve(any())).thenReturn(new ReviewPayments.Result.Resolved(details));
  }

  @AfterAll
  void close() {
    shop.close();
  }

  /**
   * The status for a key that may check out, one that may read, one that may review, a branch's.
   */
  static Stream<Arguments> routes() {
    var checkout = "{\"orderId\":\"O\",\"phoneNumber\":\"0712345678\",\"amount\":1}";
    var resolution = "{\"outcome\":\"failed\",\"note\":\"n\"}";
    return Stream.of(
        arguments("POST", "/v1/payments", checkout, 201, 403, 403, 403),
        arguments("GET", PAYMENT, null, 200, 200, 200, 404),
        arguments("HEAD", PAYMENT, null, 200, 200, 200, 404),
        arguments("GET", PAYMENT + "/timeline", null, 200, 200, 200, 404),
        arguments("GET", "/v1/payments", null, 200, 200, 200, 200),
        arguments("HEAD", "/v1/payments", null, 200, 200, 200, 200),
        arguments("POST", "/v1/payments/search", "{}", 200, 200, 200, 200),
        arguments("POST", PAYMENT + "/recover", null, 200, 403, 200, 404),
        arguments("POST", PAYMENT + "/resolution", resolution, 403, 403, 200, 404));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void each_key_does_what_it_is_for(
      String method,
      String path,
      @Nullable String body,
      int till,
      int reader,
      int reviewer,
      int branch) {
    assertThat(status(call(method, path, body).as(Shop.TILL))).isEqualTo(till);
    assertThat(status(call(method, path, body).as(Shop.READER))).isEqualTo(reader);
    assertThat(status(call(method, path, body).as(Shop.REVIEWER))).isEqualTo(reviewer);
    assertThat(status(call(method, path, body).as(Shop.BRANCH))).isEqualTo(branch);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void no_key_does_nothing(
      String method, String path, @Nullable String body, int a, int b, int c, int d) {
    assertThat(status(call(method, path, body))).isEqualTo(401);
    assertThat(status(call(method, path, body).as("hk_wrong"))).isEqualTo(401);
    assertThat(status(call(method, path, body).as(Shop.hash(Shop.TILL)))).isEqualTo(401);
  }

  private Call call(String method, String path, @Nullable String body) {
    var call = shop.call(method, path);
    return body == null ? call : call.json(body);
  }

  private static int status(Call call) {
    return call.answer().status();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hk_reader",
        "Basic aGtfcmVhZGVyOg==",
        "Bearer",
        "Bearer ",
        "Bearer hk_reader hk_reader",
        "Bearer hk_reader,",
        "Bearer \"hk_reader\"",
        "Bearerhk_reader",
        "Token hk_reader",
        "Bearer HK_READER"
      })
  void another_kind_of_authorization_is_none(String authorization) {
    var answer = shop.call("GET", PAYMENT).header("Authorization", authorization).answer();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthorized");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=\"hakika\"");
  }

  @Test
  void the_word_bearer_may_be_written_in_any_case() {
    assertThat(status(shop.call("GET", PAYMENT).header("Authorization", "bearer  " + Shop.READER)))
        .isEqualTo(200);
  }

  @Test
  void two_authorizations_are_none() {
    assertThat(status(shop.call("GET", PAYMENT).as(Shop.READER).as(Shop.REVIEWER))).isEqualTo(401);
  }

  @Test
  void a_wrong_key_is_told_apart_from_no_key_as_rfc_6750_says() {
    assertThat(shop.call("GET", PAYMENT).answer().header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"hakika\"");
    assertThat(shop.call("GET", PAYMENT).as("hk_wrong").answer().header("WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"hakika\", error=\"invalid_token\"");
  }

  @Test
  void a_missing_scope_is_named() {
    var answer = shop.call("POST", PAYMENT + "/recover").as(Shop.READER).answer();
    assertThat(answer.code()).isEqualTo("forbidden");
    assertThat(answer.text()).contains("checkout or review");
  }

  @Test
  void health_and_callbacks_need_no_key() {
    assertThat(status(shop.call("GET", "/health/live"))).isEqualTo(200);
    assertThat(status(shop.call("GET", "/health/ready"))).isEqualTo(200);
    assertThat(status(shop.call("GET", "/health/callbacks"))).isEqualTo(200);
    assertThat(status(shop.call("POST", "/callbacks/stk/" + "0".repeat(48)))).isEqualTo(404);
  }

  @Test
  void who_it_is_comes_before_what_is_wrong_with_the_request() {
    var huge = new byte[200_000];
    assertThat(status(shop.call("POST", "/v1/payments").body(huge))).isEqualTo(401);
    assertThat(status(shop.call("POST", "/v1/payments").as(Shop.READER).body(huge))).isEqualTo(403);
    assertThat(status(shop.call("POST", "/v1/payments").as(Shop.TILL).body(huge))).isEqualTo(413);
    assertThat(status(shop.call("GET", PAYMENT + "?x=1"))).isEqualTo(401);
  }

  @Test
  void no_site_of_another_origin_is_let_in() {
    var preflight =
        shop.call("OPTIONS", "/v1/payments")
            .header("Origin", "https://elsewhere.example")
            .header("Access-Control-Request-Method", "POST")
            .answer();
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(preflight.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
    verifyNoInteractions(shop.callbacks);
  }

  @Test
  void both_secrets_of_a_name_work_while_it_is_rotated() {
    var keys = "till:checkout:" + Shop.hash("hk_old") + ", till:checkout:" + Shop.hash("hk_new");
    var config = HttpConfig.of(Shop.PUBLIC_URL, ApiKeys.parse(keys)).listen("127.0.0.1", 0).build();
    try (var http = PaymentHttp.start(shop.ports(), config)) {
      assertThat(status(new Call(http.port(), "GET", PAYMENT).as("hk_old"))).isEqualTo(200);
      assertThat(status(new Call(http.port(), "GET", PAYMENT).as("hk_new"))).isEqualTo(200);
    }
  }
}
