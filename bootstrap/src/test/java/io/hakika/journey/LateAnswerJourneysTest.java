package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.daraja.simulator.Answer;
import io.hakika.adapter.daraja.simulator.Customer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pushes that are answered when nobody waits any more. */
class LateAnswerJourneysTest {

  private static final Duration LEASE = Duration.ofSeconds(31);
  private static final Duration UNKNOWN_AFTER = Duration.ofMinutes(5);

  private static Rig rig;

  @BeforeAll
  static void open() {
    rig = Rig.with(Map.of("HAKIKA_CHECKOUT_WAIT", "PT0.1S", "HAKIKA_RECOVERY_AFTER", "P1D"));
  }

  @AfterAll
  static void nothing_rang_twice() {
    assertThat(rig.daraja().ledger().prompts())
        .extracting(prompt -> prompt.request().callbackUrl())
        .doesNotHaveDuplicates();
    rig.close();
  }

  @Test
  void a_checkout_waits_no_longer_than_agreed_and_the_push_goes_on() {
    try (var held = rig.daraja().holdPushes()) {
      var sale = rig.sale(Customer.NEVER_DECIDES);
      assertThat(sale.answer().status()).isEqualTo(202);

      held.await().accept();

      sale.becomes("submitted");
    }
  }

  @Test
  void a_late_acknowledgement_is_recorded_though_its_sender_counted_as_dead() {
    try (var held = rig.daraja().holdPushes()) {
      var sale = rig.sale(Customer.NEVER_DECIDES);
      assertThat(sale.answer().status()).isEqualTo(202);
      rig.passes(LEASE);
      sale.knows("push_unknown");

      held.await().accept();

      sale.becomes("submitted");
      assertThat(sale.pushes()).isEqualTo(1);
    }
  }

  @Test
  void a_late_acknowledgement_leaves_a_review_standing_and_makes_it_queryable() {
    try (var held = rig.daraja().holdPushes()) {
      var sale = underReview();

      held.await().accept();

      sale.knows("push_accepted");
      assertThat(sale.text("status")).isEqualTo("needs_review");
      assertThat(sale.text("checkoutRequestId")).isNotEmpty();
      sale.wasAsked(1);
    }
  }

  @Test
  void a_late_refusal_settles_a_review() {
    try (var held = rig.daraja().holdPushes()) {
      var sale = underReview();

      held.await().answer(refusal());

      sale.isFailed("busy", "submission");
    }
  }

  @Test
  void a_late_refusal_never_undoes_paid() {
    try (var held = rig.daraja().holdPushes()) {
      var sale = rig.sale(Customer.NEVER_DECIDES);
      var push = held.await();
      push.ring().answerNow(Customer.PAYS);
      sale.becomes("paid");

      push.answer(refusal());

      sale.isListedFor("contradicted");
      assertThat(sale.text("status")).isEqualTo("paid");
    }
  }

  private static Sale underReview() {
    var sale = rig.sale(Customer.NEVER_DECIDES);
    rig.passes(LEASE);
    sale.knows("push_unknown");
    rig.passes(UNKNOWN_AFTER);
    return sale.isForReview("submission_unknown");
  }

  private static Answer refusal() {
    return Answer.error(500, "500.003.02", "System is busy. Please try again in few minutes.");
  }
}
