package io.hakika.application.fake;

import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.domain.NeedsReview;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.Review;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PaymentFixtureTest {

  @ParameterizedTest
  @CsvSource({
    "PENDING, PENDING",
    "QUEUED, PENDING",
    "PUSH_UNKNOWN, PENDING",
    "SUBMITTED, SUBMITTED",
    "PAID, PAID",
    "PAID_BARE, PAID",
    "FAILED, FAILED",
    "PAID_WITHOUT_RECEIPT, NEEDS_REVIEW",
    "UNSETTLED, NEEDS_REVIEW",
    "SUBMISSION_UNKNOWN, NEEDS_REVIEW",
    "AMOUNT_MISMATCH, NEEDS_REVIEW",
    "CONTRADICTORY, NEEDS_REVIEW"
  })
  void each_stage_is_reached(Stage stage, PaymentStatus status) {
    assertThat(aPayment().at(stage).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(Review.Reason.class)
  void each_reason_for_review_is_reached(Review.Reason reason) {
    NeedsReview payment = aPayment().needsReview(reason);

    assertThat(payment.review().reason()).isEqualTo(reason);
  }

  @Test
  void a_bare_success_misses_its_receipt() {
    var payment = aPayment().at(Stage.PAID_BARE);

    assertThat(payment.facts().attention()).containsExactly(Attention.RECEIPT_MISSING);
  }

  @Test
  void two_payments_share_nothing() {
    var one = aPayment();
    var other = aPayment();

    assertThat(one.order().phone()).isNotEqualTo(other.order().phone());
    assertThat(one.order().orderId()).isNotEqualTo(other.order().orderId());
    assertThat(one.order().callbackToken()).isNotEqualTo(other.order().callbackToken());
    assertThat(one.order().statusToken()).isNotEqualTo(other.order().statusToken());
    assertThat(one.ids()).isNotEqualTo(other.ids());
    assertThat(one.receipt()).isNotEqualTo(other.receipt());
  }
}
