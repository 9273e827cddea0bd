package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.daraja.simulator.Customer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What callbacks do, in every order and form. */
class CallbackJourneysTest {

  private static Rig rig;

  @BeforeAll
  static void open() {
    rig = Rig.with(Map.of("HAKIKA_RECOVERY_AFTER", "P1D"));
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"PAYS", "MASKED_PHONE", "TEXTS"})
  void a_good_success_is_paid(Customer customer) {
    var sale = rig.sale(customer).becomes("paid");

    assertThat(sale.text("mpesaReceiptNumber")).isEqualTo(sale.prompt().receipt());
    assertThat(sale.text("transactionDate")).endsWith("+03:00");
    assertThat(sale.payment().path("attention").isEmpty()).isTrue();
    assertThat(sale.payment().path("failure").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "CANCELS, cancelled",
    "NO_FUNDS, insufficient_funds",
    "WRONG_PIN, wrong_pin",
    "PIN_LOCKED, wrong_pin",
    "NO_ANSWER, timeout",
    "EXPIRES, timeout",
    "UPSTREAM_TIMEOUT, timeout",
    "OVER_LIMIT, limit",
    "LINE_BUSY, busy",
    "RULE_LIMITED, busy",
    "TEXT_CODE, configuration"
  })
  void a_failure_has_failed_for_a_reason(Customer customer, String category) {
    rig.sale(customer).isFailed(category, "callback");
  }

  @Test
  void a_success_with_another_amount_is_for_a_person_and_its_receipt_is_kept() {
    var sale = rig.sale(Customer.WRONG_AMOUNT).isForReview("amount_mismatch");

    assertThat(sale.text("mpesaReceiptNumber")).isEqualTo(sale.prompt().receipt());
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_RECEIPT", "NO_ITEMS"})
  void a_success_without_a_receipt_is_paid_and_a_later_callback_fills_it_in(Customer customer) {
    var sale = rig.sale(customer).becomes("paid").isListedFor("receipt_missing");
    assertThat(sale.payment().path("mpesaReceiptNumber").isNull()).isTrue();
    var changes = sale.changes();

    sale.prompt().callBack();

    assertThat(sale.text("mpesaReceiptNumber")).isEqualTo(sale.prompt().receipt());
    assertThat(sale.changes()).isEqualTo(changes);
  }

  @Test
  void a_success_with_a_receipt_of_another_payment_is_for_a_person_and_does_not_get_it() {
    var first = rig.sale(Customer.PAYS).becomes("paid");
    var second = rig.sale(Customer.NEVER_DECIDES);
    var receipt = first.text("mpesaReceiptNumber");

    Callback.to(second.push())
        .send(Messages.success(second.prompt().checkoutRequestId(), 1500, receipt));

    second.isForReview("contradictory");
    assertThat(second.payment().path("mpesaReceiptNumber").isNull()).isTrue();
    assertThat(first.text("mpesaReceiptNumber")).isEqualTo(receipt);
  }

  @Test
  void a_failure_that_carries_a_receipt_is_for_a_person() {
    var sale = rig.sale(Customer.FAILED_WITH_RECEIPT).isForReview("contradictory");

    assertThat(sale.text("mpesaReceiptNumber")).isEqualTo(sale.prompt().receipt());
  }

  @Test
  void a_callback_of_another_push_changes_nothing_and_makes_a_query_due() {
    var sale = rig.sale(Customer.OTHER_REQUEST).isListedFor("mismatched_callback").wasAsked(1);

    assertThat(sale.text("status")).isEqualTo("submitted");
    assertThat(sale.verdicts()).containsExactly("mismatched");
  }

  @ParameterizedTest
  @EnumSource(names = {"BROKEN_CALLBACK", "FOREIGN_CALLBACK"})
  void a_body_that_is_no_callback_is_kept_refused_and_makes_a_query_due(Customer customer) {
    var sale = rig.sale(customer).wasAsked(1);

    assertThat(sale.text("status")).isEqualTo("submitted");
    assertThat(sale.verdicts()).containsExactly("malformed");
    var request = sale.prompt().checkoutRequestId();
    assertThat(rig.daraja().ledger().callbacks())
        .filteredOn(sent -> sent.checkoutRequestId().equals(request))
        .allMatch(sent -> sent.status() == 400);
  }

  @Test
  void a_callback_without_an_outcome_changes_nothing() {
    var sale = rig.sale(Customer.NEVER_DECIDES);

    var sent = sale.prompt().callBackWith(said(sale, 4999));

    assertThat(sent.status()).isEqualTo(200);
    assertThat(sale.text("status")).isEqualTo("submitted");
  }

  @Test
  void the_same_callback_twice_changes_nothing_the_second_time() {
    var sale = rig.sale(Customer.TOLD_TWICE).becomes("paid").wasTold(2);

    assertThat(sale.verdicts()).containsExactly("applied", "duplicate");
    assertThat(sale.payment().path("lastCallback").path("count").asInt()).isEqualTo(2);
  }

  @Test
  void a_failure_after_paid_is_contradicted_and_never_undoes_it() {
    var sale = rig.sale(Customer.PAID_THEN_FAILED).isListedFor("contradicted");

    assertThat(sale.text("status")).isEqualTo("paid");
    assertThat(sale.verdicts()).containsExactly("applied", "contradictory");
  }

  @Test
  void a_second_receipt_after_paid_is_contradicted_and_the_first_stays() {
    var sale = rig.sale(Customer.PAYS_TWICE).isListedFor("contradicted");

    assertThat(sale.text("status")).isEqualTo("paid");
    assertThat(sale.text("mpesaReceiptNumber")).isEqualTo(sale.prompt().receipt());
  }

  @Test
  void the_same_receipt_with_another_amount_after_paid_is_contradicted() {
    var sale = rig.sale(Customer.PAYS).becomes("paid");

    sale.prompt()
        .callBackWith(
            Messages.success(
                sale.prompt().checkoutRequestId(), 1499, sale.text("mpesaReceiptNumber")));

    sale.isListedFor("contradicted");
    assertThat(sale.text("status")).isEqualTo("paid");
  }

  @Test
  void a_bare_success_after_paid_is_a_duplicate() {
    var sale = rig.sale(Customer.PAYS).becomes("paid");

    sale.prompt().callBackWith(said(sale, 0));

    assertThat(sale.verdicts()).containsExactly("applied", "duplicate");
    assertThat(sale.payment().path("attention").isEmpty()).isTrue();
  }

  @Test
  void a_success_after_failed_is_for_a_person_with_its_receipt() {
    var sale = rig.sale(Customer.FAILED_THEN_PAID).isForReview("contradictory");

    assertThat(sale.text("mpesaReceiptNumber")).isEqualTo(sale.prompt().receipt());
    assertThat(sale.payment().path("failure").isNull()).isTrue();
  }

  @Test
  void a_failure_after_failed_is_a_duplicate() {
    var sale = rig.sale(Customer.CANCELS).isFailed("cancelled", "callback");

    sale.prompt().callBackWith(said(sale, 1037));

    assertThat(sale.verdicts()).isEqualTo(List.of("applied", "duplicate"));
    sale.isFailed("cancelled", "callback");
  }

  @Test
  void an_order_that_failed_may_be_tried_again_and_a_late_success_lists_both() {
    var phone = Customer.CANCELS.number(7001);
    var first = rig.sale(Rig.request("again", phone)).isFailed("cancelled", "callback");
    var second = rig.sale(Rig.request("again", Customer.PAYS.number(7001))).becomes("paid");

    first
        .prompt()
        .callBackWith(Messages.success(first.text("checkoutRequestId"), 1500, "UKN7LATE01"));

    first.isForReview("contradictory").isListedFor("order_paid_twice");
    second.isListedFor("order_paid_twice");
  }

  @ParameterizedTest
  @CsvSource({"WRONG_AMOUNT, amount_mismatch", "FAILED_THEN_PAID, contradictory"})
  void what_a_person_must_decide_no_message_decides(Customer customer, String reason) {
    var sale = rig.sale(customer).isForReview(reason);

    sale.prompt().callBackWith(said(sale, 1032));
    sale.prompt().callBack();

    sale.isForReview(reason);
  }

  @Test
  void a_success_heals_an_unknown_push_that_waits_for_a_person() {
    var sale = rig.sale(Customer.ANSWER_LOST_SILENT).knows("push_unknown");
    rig.passes(Duration.ofMinutes(5));
    sale.isForReview("submission_unknown");

    sale.prompt().answerNow(Customer.PAYS);

    sale.becomes("paid");
    assertThat(sale.payment().path("review").isNull()).isTrue();
  }

  @Test
  void a_failure_settles_an_unknown_push_that_waits_for_a_person() {
    var sale = rig.sale(Customer.ANSWER_LOST_SILENT).knows("push_unknown");
    rig.passes(Duration.ofMinutes(5));
    sale.isForReview("submission_unknown");

    sale.prompt().answerNow(Customer.CANCELS);

    sale.isFailed("cancelled", "callback");
  }

  private static String said(Sale sale, int resultCode) {
    return Messages.callback(sale.prompt().checkoutRequestId(), resultCode);
  }
}
