package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.daraja.simulator.Customer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the answer to a push does, and what becomes of a push without one. */
class PushJourneysTest {

  private static final Duration UNKNOWN_AFTER = Duration.ofMinutes(5);

  private static Rig rig;

  @BeforeAll
  static void open() {
    rig = Rig.with(Map.of("HAKIKA_RECOVERY_AFTER", "P1D"));
  }

  @AfterAll
  static void nothing_rang_twice() {
    assertThat(rig.daraja().ledger().prompts())
        .extracting(prompt -> prompt.request().callbackUrl())
        .doesNotHaveDuplicates();
    rig.close();
  }

  @Test
  void an_accepted_push_is_submitted_and_answered_201() {
    var sale = rig.sale(Customer.NEVER_DECIDES);

    assertThat(sale.answer().status()).isEqualTo(201);
    assertThat(sale.text("status")).isEqualTo("submitted");
    assertThat(sale.text("checkoutRequestId")).isEqualTo(sale.prompt().checkoutRequestId());
    assertThat(sale.payment().path("version").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "SYSTEM_BUSY, busy",
    "LOCKED, busy",
    "TOKEN_REFUSED, configuration",
    "DECLINED, rejected"
  })
  void a_refused_push_has_failed_and_is_answered_201(Customer customer, String category) {
    var sale = rig.sale(customer);

    assertThat(sale.answer().status()).isEqualTo(201);
    sale.isFailed(category, "submission");
    assertThat(sale.text("settledAt")).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ANSWER_LOST_SILENT", "ERROR", "UNAVAILABLE"})
  void an_unknown_outcome_waits_and_then_goes_to_a_person(Customer customer) {
    var sale = rig.sale(customer);
    assertThat(sale.answer().status()).isEqualTo(202);
    sale.knows("push_unknown");

    rig.passes(UNKNOWN_AFTER);

    sale.isForReview("submission_unknown");
    assertThat(sale.pushes()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"ANSWER_LOST", "ANSWER_CUT", "ANSWER_WITHOUT_IDS", "ERROR_BUT_PAYS"})
  void a_callback_heals_a_lost_acknowledgement(Customer customer) {
    var sale = rig.sale(customer).becomes("paid");

    assertThat(sale.text("checkoutRequestId")).isEqualTo(sale.prompt().checkoutRequestId());
    assertThat(sale.text("mpesaReceiptNumber")).isEqualTo(sale.prompt().receipt());
    assertThat(sale.pushes()).isEqualTo(1);
  }

  @Test
  void a_failure_callback_heals_a_lost_acknowledgement_too() {
    rig.sale(Customer.ANSWER_LOST_CANCELS).isFailed("cancelled", "callback");
  }

  @Test
  void a_token_that_was_refused_once_is_minted_again_within_the_same_checkout() {
    var sale = rig.sale(Customer.TOKEN_REFUSED_ONCE);

    assertThat(sale.answer().status()).isEqualTo(201);
    sale.becomes("paid");
  }

  @ParameterizedTest
  @CsvSource({"TOLD_EARLY, paid", "CANCELS_EARLY, failed"})
  void a_callback_may_come_before_the_acknowledgement(Customer customer, String status) {
    var sale = rig.sale(customer).knows("push_accepted");

    assertThat(sale.text("status")).isEqualTo(status);
    assertThat(sale.changes()).isEqualTo(1);
    assertThat(sale.payment().path("attention").isEmpty()).isTrue();
  }
}
