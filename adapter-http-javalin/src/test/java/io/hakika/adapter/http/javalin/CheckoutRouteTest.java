package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driving.StartCheckout.Request;
import io.hakika.application.port.driving.StartCheckout.Result;
import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Metadata;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Shillings;
import io.hakika.domain.value.TransactionDesc;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a checkout means, and what each outcome looks like. */
final class CheckoutRouteTest {

  private static final String LEAST =
      "{\"orderId\":\"ORD-1\",\"phoneNumber\":\"0712 345 678\",\"amount\":1500}";

  @AutoClose private final Shop shop = Shop.open();
  private final PaymentFixture fixture = PaymentFixture.aPayment();

  @Test
  void every_field_reaches_the_use_case() {
    startingAnswers(new Result.Started(details(Stage.SUBMITTED)));
    shop.call("POST", "/v1/payments")
        .as(Shop.BRANCH)
        .header("Idempotency-Key", "key-1")
        .json(
            """
            {"orderId":"ORD-1001","phoneNumber":"+254 (712) 345-678","amount":1500,
             "accountReference":"ORD-1001","description":"Two tickets","account":"north",
             "metadata":{"cart":"77"},"supersedes":"pay_01m86ch3m0eccvh76rdxm4vycj"}
            """)
        .answer();
    verify(shop.checkout)
        .start(
            new Request(
                "branch",
                "key-1",
                new OrderId("ORD-1001"),
                new Msisdn("254712345678"),
                new Shillings(1500),
                new MerchantAccount("north"),
                new AccountReference("ORD-1001"),
                new TransactionDesc("Two tickets"),
                new Metadata(Map.of("cart", "77")),
                new PaymentId("pay_01m86ch3m0eccvh76rdxm4vycj")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LEAST,
        """
        {"orderId":"ORD-1","phoneNumber":"0712 345 678","amount":1500,"account":null,
         "accountReference":null,"description":null,"metadata":null,"supersedes":null}
        """
      })
  void what_is_left_out_or_null_has_its_default(String body) {
    startingAnswers(new Result.Started(details(Stage.SUBMITTED)));
    start(body);
    verify(shop.checkout)
        .start(
            new Request(
                "till",
                null,
                new OrderId("ORD-1"),
                new Msisdn("254712345678"),
                new Shillings(1500),
                MerchantAccount.DEFAULT,
                null,
                TransactionDesc.DEFAULT,
                Metadata.NONE,
                null));
  }

  @Test
  void a_submitted_payment_is_201_with_its_location() {
    startingAnswers(new Result.Started(details(Stage.SUBMITTED)));
    var answer = start(LEAST);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/v1/payments/" + fixture.id());
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Idempotent-Replayed")).isEmpty();
    assertThat(answer.json().path("status").asString()).isEqualTo("submitted");
    assertThat(answer.json().path("id").asString()).isEqualTo(fixture.id().value());
  }

  @Test
  void a_refused_payment_is_201_too() {
    startingAnswers(new Result.Started(details(Stage.FAILED)));
    assertThat(start(LEAST).status()).isEqualTo(201);
  }

  @Test
  void a_payment_whose_push_is_under_way_is_202_with_its_location() {
    startingAnswers(new Result.Started(details(Stage.PENDING)));
    var answer = start(LEAST);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Location")).isEqualTo("/v1/payments/" + fixture.id());
    assertThat(answer.json().path("status").asString()).isEqualTo("pending");
  }

  @Test
  void a_replay_shows_the_payment_as_it_is_now() {
    startingAnswers(new Result.Replayed(details(Stage.PAID)));
    var paid = start(LEAST);
    assertThat(paid.status()).isEqualTo(201);
    assertThat(paid.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(paid.json().path("status").asString()).isEqualTo("paid");

    startingAnswers(new Result.Replayed(details(Stage.PUSH_UNKNOWN)));
    var pending = start(LEAST);
    assertThat(pending.status()).isEqualTo(202);
    assertThat(pending.header("Idempotent-Replayed")).isEqualTo("true");
  }

  @Test
  void a_key_used_for_another_request_is_422() {
    startingAnswers(new Result.KeyReused(details(Stage.PAID)));
    var answer = start(LEAST);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("idempotency_key_reused");
    assertThat(answer.text()).doesNotContain(fixture.id().value());
  }

  @Test
  void a_paid_order_is_409_and_says_by_which_payment() {
    startingAnswers(new Result.OrderAlreadyPaid(details(Stage.PAID)));
    var answer = start(LEAST);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("order_already_paid");
    namesThePayment(answer, "paid");
    assertThat(answer.header("Retry-After")).isEmpty();
  }

  @Test
  void an_open_order_is_409_and_may_be_asked_again_where_time_helps() {
    startingAnswers(new Result.OrderInProgress(details(Stage.SUBMITTED)));
    var waits = start(LEAST);
    assertThat(waits.status()).isEqualTo(409);
    assertThat(waits.code()).isEqualTo("order_in_progress");
    namesThePayment(waits, "submitted");
    assertThat(waits.header("Retry-After")).isEqualTo("30");
  }

  @Test
  void an_order_under_review_is_409_without_a_time_because_only_a_person_helps() {
    startingAnswers(new Result.OrderInProgress(details(Stage.UNSETTLED)));
    var answer = start(LEAST);
    assertThat(answer.code()).isEqualTo("order_in_progress");
    namesThePayment(answer, "needs_review");
    assertThat(answer.header("Retry-After")).isEmpty();
  }

  @Test
  void a_phone_with_an_open_prompt_is_409_until_that_ends() {
    var until = PaymentFixture.NOON.plusMillis(41_200);
    startingAnswers(new Result.PromptInProgress(details(Stage.SUBMITTED), until));
    var answer = start(LEAST);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("prompt_in_progress");
    namesThePayment(answer, "submitted");
    assertThat(answer.header("Retry-After")).isEqualTo("42");
  }

  @Test
  void a_phone_that_had_its_prompts_is_429_until_one_is_a_day_old() {
    var until = PaymentFixture.NOON.plus(Duration.ofHours(2));
    startingAnswers(new Result.PhoneLimit(until));
    var answer = start(LEAST);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("phone_limit");
    assertThat(answer.header("Retry-After")).isEqualTo("7200");
    assertThat(answer.json().has("paymentId")).isFalse();
  }

  @Test
  void a_wait_that_is_over_already_is_told_as_one_second() {
    startingAnswers(new Result.PhoneLimit(PaymentFixture.NOON.minusSeconds(5)));
    assertThat(start(LEAST).header("Retry-After")).isEqualTo("1");
  }

  @Test
  void what_the_use_case_cannot_accept_is_a_faulty_field_as_well() {
    startingAnswers(new Result.Invalid("amount", "at most KES 250000, not KES 250001"));
    var answer = start(LEAST);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(answer.json().path("errors").toString())
        .isEqualTo("[{\"field\":\"amount\",\"message\":\"at most KES 250000, not KES 250001\"}]");
  }

  @Test
  void a_key_starts_no_checkout_on_an_account_that_is_not_its_own() {
    for (var account : new String[] {"\"west\"", "\"default\"", "null"}) {
      var answer =
          shop.call("POST", "/v1/payments")
              .as(Shop.BRANCH)
              .json(LEAST.replace("}", ",\"account\":" + account + "}"))
              .answer();
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("forbidden");
    }
    shop.startedNothing();
  }

  @Test
  void faulty_fields_are_told_before_the_account_is_judged() {
    var answer =
        shop.call("POST", "/v1/payments")
            .as(Shop.BRANCH)
            .json("{\"orderId\":\"\",\"phoneNumber\":\"0712345678\",\"amount\":1}")
            .answer();
    assertThat(answer.status()).isEqualTo(400);
    shop.startedNothing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "key with space", "ключ", "\t"})
  void idempotency_keys_are_visible_ascii(String key) {
    startingAnswers(new Result.Started(details(Stage.SUBMITTED)));
    var answer =
        shop.call("POST", "/v1/payments")
            .as(Shop.TILL)
            .header("Idempotency-Key", key)
            .json(LEAST)
            .answer();
    assertThat(answer.status()).isEqualTo(key.equals("a") ? 201 : 400);
    if (answer.status() == 400) {
      assertThat(answer.fields()).containsExactly("Idempotency-Key");
    }
  }

  @Test
  void idempotency_keys_have_1_to_255_characters() {
    startingAnswers(new Result.Started(details(Stage.SUBMITTED)));
    assertThat(withKey("k".repeat(255)).status()).isEqualTo(201);
    assertThat(withKey("k".repeat(256)).fields()).containsExactly("Idempotency-Key");
    assertThat(withKey("").fields()).containsExactly("Idempotency-Key");
  }

  @Test
  void two_idempotency_keys_are_no_key() {
    var answer =
        shop.call("POST", "/v1/payments")
            .as(Shop.TILL)
            .header("Idempotency-Key", "one")
            .header("Idempotency-Key", "two")
            .json("{\"orderId\":\"ORD-1\",\"phoneNumber\":\"0712345678\"}")
            .answer();
    assertThat(answer.fields()).containsExactly("Idempotency-Key", "amount");
    shop.startedNothing();
  }

  private Response withKey(String key) {
    return shop.call("POST", "/v1/payments")
        .as(Shop.TILL)
        .header("Idempotency-Key", key)
        .json(LEAST)
        .answer();
  }

  private Response start(String body) {
    return shop.call("POST", "/v1/payments").as(Shop.TILL).json(body).answer();
  }

  private void startingAnswers(Result result) {
    when(shop.checkout.start(any())).thenReturn(result);
  }

  private Details details(Stage stage) {
    return new Details(fixture.at(stage), 2, null, null);
  }

  private void namesThePayment(Response answer, String status) {
    var problem = answer.json();
    assertThat(problem.path("paymentId").asString()).isEqualTo(fixture.id().value());
    assertThat(problem.path("paymentStatus").asString()).isEqualTo(status);
    assertThat(problem.path("statusUrl").asString())
        .isEqualTo(Shop.PUBLIC_URL + "/pay/" + fixture.order().statusToken().value());
  }
}
