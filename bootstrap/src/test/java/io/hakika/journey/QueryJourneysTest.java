package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.daraja.simulator.Answer;
import io.hakika.adapter.daraja.simulator.Customer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What asking Daraja brings, where nobody called back. */
class QueryJourneysTest {

  private static final Duration DUE = Duration.ofSeconds(91);
  private static final Duration AGAIN = Duration.ofSeconds(73);
  private static final Duration DEADLINE = Duration.ofHours(2);

  private Rig rig;

  @BeforeEach
  void open() {
    rig = Rig.start();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_certain_failure_has_failed() {
    var sale = rig.sale(Customer.SILENTLY_CANCELS);

    rig.passes(DUE);

    sale.isFailed("cancelled", "query");
  }

  @Test
  void a_likely_failure_has_failed_once_it_is_said_twice() {
    var sale = rig.sale(Customer.SILENTLY_NO_ANSWER);
    rig.passes(DUE);
    sale.wasAsked(1);
    assertThat(sale.text("status")).isEqualTo("submitted");

    rig.passes(AGAIN);

    sale.isFailed("timeout", "query");
  }

  @Test
  void a_success_is_never_paid_without_a_receipt() {
    var sale = rig.sale(Customer.SILENTLY_PAYS);
    rig.passes(DUE);
    sale.wasAsked(1);
    assertThat(sale.text("status")).isEqualTo("submitted");

    rig.passes(AGAIN);

    sale.isForReview("paid_without_receipt");
    assertThat(sale.payment().path("mpesaReceiptNumber").isNull()).isTrue();
  }

  @Test
  void the_late_callback_brings_the_receipt() {
    var sale = paidWithoutReceipt();

    sale.prompt().callBack();

    sale.becomes("paid");
    assertThat(sale.text("mpesaReceiptNumber")).isEqualTo(sale.prompt().receipt());
  }

  @Test
  void a_failure_callback_after_paid_without_receipt_is_contradictory() {
    var sale = paidWithoutReceipt();

    sale.prompt().callBackWith(Messages.callback(sale.text("checkoutRequestId"), 1032));

    sale.isForReview("contradictory");
  }

  @Test
  void a_certain_failure_after_paid_without_receipt_is_contradictory() {
    var sale = paidWithoutReceipt();
    rig.passes(DUE);
    rig.daraja().nextQuery(Messages.queryResult(sale.text("checkoutRequestId"), 1032));

    assertThat(sale.recover().status()).isEqualTo(200);

    sale.isForReview("contradictory");
  }

  @Test
  void a_failure_callback_after_a_success_query_is_contradictory() {
    var sale = rig.sale(Customer.SILENTLY_PAYS);
    rig.passes(DUE);
    sale.wasAsked(1);

    sale.prompt().callBackWith(Messages.callback(sale.text("checkoutRequestId"), 1032));

    sale.isForReview("contradictory");
  }

  @Test
  void a_certain_failure_query_after_a_success_query_is_contradictory() {
    var sale = rig.sale(Customer.SILENTLY_PAYS);
    rig.passes(DUE);
    sale.wasAsked(1);
    rig.daraja().nextQuery(Messages.queryResult(sale.text("checkoutRequestId"), 1));

    rig.passes(AGAIN);

    sale.isForReview("contradictory");
  }

  @Test
  void a_likely_failure_said_twice_after_a_success_query_is_contradictory() {
    var sale = rig.sale(Customer.SILENTLY_PAYS);
    var id = sale.text("checkoutRequestId");
    rig.passes(DUE);
    sale.wasAsked(1);
    rig.daraja().nextQuery(Messages.queryResult(id, 1037));
    rig.daraja().nextQuery(Messages.queryResult(id, 1037));

    rig.passes(AGAIN);
    sale.wasAsked(2);
    rig.passes(AGAIN.multipliedBy(2));

    sale.isForReview("contradictory");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NEVER_DECIDES",
        "PROCESSING",
        "EMPTY_ERROR",
        "UNKNOWN_PUSH",
        "INVALID_PUSH",
        "UPSTREAM_TIMEOUT"
      })
  void no_information_settles_nothing_before_the_deadline(Customer customer) {
    var sale = silent(customer);
    rig.passes(DUE);
    sale.wasAsked(1);
    assertThat(sale.text("status")).isEqualTo("submitted");

    rig.passes(DEADLINE);

    sale.isForReview("unsettled");
  }

  @Test
  void three_queries_without_an_answer_are_enough_at_the_deadline() {
    var sale = rig.sale(Customer.NEVER_DECIDES);
    for (var tries = 1; tries <= 3; tries++) {
      rig.daraja().nextQuery(Answer.lost());
      rig.passes(DEADLINE.minusMinutes(5));
      sale.wasAsked(tries);
    }

    sale.isForReview("unsettled");
  }

  @Test
  void twelve_deadlines_end_the_wait_although_daraja_never_answered() {
    var sale = rig.sale(Customer.QUERY_THROTTLED);
    rig.passes(DUE);
    sale.wasAsked(1);
    rig.passes(DEADLINE);
    sale.wasAsked(2);
    assertThat(sale.text("status")).isEqualTo("submitted");

    rig.passes(DEADLINE.multipliedBy(12));

    sale.isForReview("unsettled");
  }

  @Test
  void the_deadline_after_a_success_query_is_paid_without_receipt() {
    var sale = rig.sale(Customer.SILENTLY_PAYS);
    rig.passes(DUE);
    sale.wasAsked(1);

    rig.passes(DEADLINE);

    sale.isForReview("paid_without_receipt");
  }

  @ParameterizedTest
  @CsvSource({"PAYS, paid", "CANCELS, failed"})
  void a_callback_settles_what_the_deadline_could_not(Customer late, String status) {
    var sale = unsettled();

    sale.prompt().answerNow(late);

    sale.becomes(status);
  }

  @Test
  void a_certain_failure_settles_what_the_deadline_could_not() {
    var sale = unsettled();
    rig.passes(DUE);
    rig.daraja().nextQuery(Messages.queryResult(sale.text("checkoutRequestId"), 1032));

    sale.recover();

    sale.isFailed("cancelled", "query");
  }

  @Test
  void a_success_said_twice_moves_what_the_deadline_could_not() {
    var sale = unsettled();

    twice(sale, 0);

    sale.isForReview("paid_without_receipt");
  }

  @Test
  void a_likely_failure_said_twice_settles_what_the_deadline_could_not() {
    var sale = unsettled();

    twice(sale, 1037);

    sale.isFailed("timeout", "query");
  }

  @Test
  void a_success_said_twice_after_failed_is_for_a_person() {
    var sale = rig.sale(Customer.CANCELS).isFailed("cancelled", "callback");
    var success = Messages.queryResult(sale.text("checkoutRequestId"), 0);
    rig.passes(DUE);
    rig.daraja().nextQuery(success);
    assertThat(sale.recover().status()).isEqualTo(200);

    // The worker asks again by itself: one such answer must not be left at that.
    rig.daraja().nextQuery(success);
    rig.passes(DUE);

    sale.isForReview("contradictory");
  }

  @Test
  void a_failure_query_that_paid_overtook_changes_nothing_but_attention() {
    var sale = rig.sale(Customer.NEVER_DECIDES);
    try (var held = rig.daraja().holdQueries()) {
      rig.passes(DUE);
      var query = held.await();
      sale.prompt().answerNow(Customer.PAYS);
      sale.becomes("paid");

      query.answer(Messages.queryResult(sale.text("checkoutRequestId"), 1032));

      sale.wasAsked(1);
      assertThat(sale.text("status")).isEqualTo("paid");
      assertThat(sale.payment().path("attention").isEmpty()).isFalse();
    }
  }

  @Test
  void asking_on_demand_is_bounded_and_needs_an_id() {
    var sale = rig.sale(Customer.NEVER_DECIDES);

    assertThat(sale.recover().status()).isEqualTo(200);
    assertThat(sale.recover().status()).isEqualTo(429);
    assertThat(rig.sale(Customer.ANSWER_LOST_SILENT).recover().status()).isEqualTo(409);
  }

  @Test
  void a_throttled_query_is_no_evidence() {
    var sale = rig.sale(Customer.QUERY_THROTTLED);

    rig.passes(DUE);

    sale.wasAsked(1);
    assertThat(sale.text("status")).isEqualTo("submitted");
  }

  /** A customer who was told of, but whose callback did not count or come. */
  private Sale silent(Customer customer) {
    if (customer != Customer.UPSTREAM_TIMEOUT) {
      return rig.sale(customer);
    }
    var sale = rig.sale(Customer.NEVER_DECIDES);
    rig.daraja().nextQuery(Messages.queryResult(sale.text("checkoutRequestId"), 1036));
    return sale;
  }

  private Sale paidWithoutReceipt() {
    var sale = rig.sale(Customer.SILENTLY_PAYS);
    rig.passes(DUE);
    sale.wasAsked(1);
    rig.passes(AGAIN);
    return sale.isForReview("paid_without_receipt");
  }

  private Sale unsettled() {
    var sale = rig.sale(Customer.NEVER_DECIDES);
    rig.passes(DUE);
    sale.wasAsked(1);
    rig.passes(DEADLINE);
    return sale.isForReview("unsettled");
  }

  /** The shop asks twice, far enough apart, and Daraja says the same. */
  private void twice(Sale sale, int resultCode) {
    for (var times = 1; times <= 2; times++) {
      rig.passes(DUE);
      rig.daraja().nextQuery(Messages.queryResult(sale.text("checkoutRequestId"), resultCode));
      assertThat(sale.recover().status()).isEqualTo(200);
    }
  }
}
