package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driving.RecoverPayments.Asked;
import io.hakika.application.port.driving.ReviewPayments.Outcome;
import io.hakika.application.port.driving.ReviewPayments.Resolution;
import io.hakika.application.port.driving.ReviewPayments.Result;
import io.hakika.domain.value.Receipt;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking Daraja again, and deciding what no message could. */
final class DecisionRouteTest {

  @AutoClose private final Shop shop = Shop.open();
  private final PaymentFixture fixture = PaymentFixture.aPayment();
  private final String payment = "/v1/payments/" + fixture.id();

  @Test
  void recovering_answers_the_payment() {
    when(shop.recovery.recover(fixture.id())).thenReturn(new Asked.Answered(details(Stage.FAILED)));
    for (var secret : new String[] {Shop.TILL, Shop.REVIEWER}) {
      var answer = shop.call("POST", payment + "/recover").as(secret).answer();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.json().path("status").asString()).isEqualTo("failed");
    }
  }

  @Test
  void recovering_too_soon_says_when() {
    when(shop.recovery.recover(any()))
        .thenReturn(new Asked.TooSoon(PaymentFixture.NOON.plusMillis(9_001)));
    var answer = recover();
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("too_soon");
    assertThat(answer.header("Retry-After")).isEqualTo("10");
  }

  @Test
  void a_push_without_a_name_cannot_be_asked_about() {
    when(shop.recovery.recover(any())).thenReturn(new Asked.NotQueryable());
    var answer = recover();
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("not_queryable");
  }

  @Test
  void an_unknown_payment_cannot_be_recovered_or_resolved() {
    when(shop.recovery.recover(any())).thenReturn(new Asked.NotFound());
    when(shop.reviews.resolve(any())).thenReturn(new Result.NotFound());
    assertThat(recover().code()).isEqualTo("payment_not_found");
    assertThat(resolve("{\"outcome\":\"failed\",\"note\":\"n\"}").code())
        .isEqualTo("payment_not_found");
  }

  @Test
  void recovering_takes_nothing_but_perhaps_an_empty_object() {
    when(shop.recovery.recover(any())).thenReturn(new Asked.Answered(details(Stage.PAID)));
    var recover = payment + "/recover";
    assertThat(shop.call("POST", recover).as(Shop.TILL).json("{}").answer().status())
        .isEqualTo(200);
    assertThat(shop.call("POST", recover).as(Shop.TILL).json("{\"force\":true}").answer().fields())
        .containsExactly("force");
    assertThat(shop.call("POST", recover + "?force=1").as(Shop.TILL).answer().fields())
        .containsExactly("force");
    assertThat(shop.call("POST", recover).as(Shop.TILL).body(new byte[] {'x'}).answer().status())
        .isEqualTo(415);
  }

  @Test
  void a_payment_of_another_account_is_neither_recovered_nor_resolved() {
    when(shop.payments.find(fixture.id())).thenReturn(Optional.of(details(Stage.UNSETTLED)));
    assertThat(shop.call("POST", payment + "/recover").as(Shop.BRANCH).answer().code())
        .isEqualTo("payment_not_found");
    assertThat(
            shop.call("POST", payment + "/resolution")
                .as(Shop.BRANCH)
                .json("{\"outcome\":\"failed\",\"note\":\"n\"}")
                .answer()
                .code())
        .isEqualTo("payment_not_found");
    verifyNoInteractions(shop.recovery, shop.reviews);
  }

  @Test
  void a_decision_reaches_the_use_case_with_the_name_of_who_decided() {
    resolved();
    resolve(
        "{\"outcome\":\"paid\",\"mpesaReceiptNumber\":\" ukn7xk21qw \",\"note\":\"on statement\","
            + "\"version\":4}");
    verify(shop.reviews)
        .resolve(
            new Resolution(
                fixture.id(),
                new Outcome.Paid(new Receipt("UKN7XK21QW")),
                "on statement",
                "reviewer",
                4));
  }

  @Test
  void failing_and_reopening_need_no_receipt() {
    resolved();
    resolve("{\"outcome\":\"failed\",\"note\":\"n\",\"version\":null}");
    verify(shop.reviews)
        .resolve(new Resolution(fixture.id(), new Outcome.Failed(), "n", "reviewer", null));
    resolve("{\"outcome\":\"reopen\",\"note\":\"n\",\"mpesaReceiptNumber\":null}");
    verify(shop.reviews)
        .resolve(new Resolution(fixture.id(), new Outcome.Reopen(), "n", "reviewer", null));
  }

  @Test
  void a_phone_in_a_note_is_masked_before_it_is_kept() {
    resolved();
    resolve("{\"outcome\":\"failed\",\"note\":\"called 0712345678\"}");
    verify(shop.reviews)
        .resolve(
            new Resolution(
                fixture.id(), new Outcome.Failed(), "called 07•••••678", "reviewer", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | outcome,note",
        "{'outcome':'undo','note':'n'} | outcome",
        "{'outcome':'PAID','note':'n'} | outcome",
        "{'outcome':1,'note':'n'} | outcome",
        "{'outcome':'paid','note':'n'} | mpesaReceiptNumber",
        "{'outcome':'paid','note':'n','mpesaReceiptNumber':'short'} | mpesaReceiptNumber",
        "{'outcome':'paid','note':'n','mpesaReceiptNumber':'UKN7XK21Qı'} | mpesaReceiptNumber",
        "{'outcome':'paid','note':'n','mpesaReceiptNumber':'UKN7XK21Qß'} | mpesaReceiptNumber",
        "{'outcome':'failed','note':'n','mpesaReceiptNumber':'UKN7XK21QW'} | mpesaReceiptNumber",
        "{'outcome':'failed'} | note",
        "{'outcome':'failed','note':''} | note",
        "{'outcome':'failed','note':'  '} | note",
        "{'outcome':'failed','note':'a\\u0007'} | note",
        "{'outcome':'failed','note':'n','version':0} | version",
        "{'outcome':'failed','note':'n','version':'3'} | version",
        "{'outcome':'failed','note':'n','version':3.0} | version",
        "{'outcome':'failed','note':'n','version':4294967299} | version",
        "{'outcome':'failed','note':'n','by':'me'} | by"
      })
  void a_faulty_decision_is_named(String body, String fields) {
    var answer = resolve(body.replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.fields()).containsExactly(fields.split(","));
    verifyNoInteractions(shop.reviews);
  }

  @Test
  void a_note_has_at_most_500_characters() {
    resolved();
    assertThat(resolve("{\"outcome\":\"failed\",\"note\":\"" + "n".repeat(500) + "\"}").status())
        .isEqualTo(200);
    assertThat(resolve("{\"outcome\":\"failed\",\"note\":\"" + "n".repeat(501) + "\"}").fields())
        .containsExactly("note");
  }

  @Test
  void a_decision_that_comes_too_late_is_409_and_says_what_the_payment_is_now() {
    when(shop.reviews.resolve(any())).thenReturn(new Result.NotReviewable(details(Stage.PAID)));
    refused("not_reviewable", "paid");
    when(shop.reviews.resolve(any()))
        .thenReturn(new Result.VersionConflict(details(Stage.UNSETTLED)));
    refused("version_conflict", "needs_review");
  }

  @Test
  void a_receipt_of_another_payment_is_409() {
    when(shop.reviews.resolve(any())).thenReturn(new Result.ReceiptTaken());
    var answer =
        resolve("{\"outcome\":\"paid\",\"note\":\"n\",\"mpesaReceiptNumber\":\"UKN7XK21QW\"}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("receipt_taken");
  }

  private void refused(String code, String status) {
    var answer = resolve("{\"outcome\":\"failed\",\"note\":\"n\"}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().path("paymentStatus").asString()).isEqualTo(status);
    assertThat(answer.json().path("version").asInt()).isEqualTo(5);
  }

  private void resolved() {
    when(shop.reviews.resolve(any())).thenReturn(new Result.Resolved(details(Stage.FAILED)));
  }

  private Response recover() {
    return shop.call("POST", payment + "/recover").as(Shop.TILL).answer();
  }

  private Response resolve(String body) {
    return shop.call("POST", payment + "/resolution").as(Shop.REVIEWER).json(body).answer();
  }

  private Details details(Stage stage) {
    return new Details(fixture.at(stage), 5, null, null);
  }
}
