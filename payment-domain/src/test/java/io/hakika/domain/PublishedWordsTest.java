package io.hakika.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.domain.value.Attention;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.Review;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The words that others store and compare: to rename one is to break them. */
class PublishedWordsTest {

  @Test
  void statuses() {
    assertThat(Arrays.stream(PaymentStatus.values()).map(PaymentStatus::code))
        .containsExactly("pending", "submitted", "paid", "failed", "needs_review");
  }

  @Test
  void reasons_for_review() {
    assertThat(Arrays.stream(Review.Reason.values()).map(Review.Reason::code))
        .containsExactlyInAnyOrder(
            "paid_without_receipt",
            "unsettled",
            "submission_unknown",
            "amount_mismatch",
            "contradictory");
  }

  @Test
  void words_for_attention() {
    assertThat(Arrays.stream(Attention.values()).map(Attention::code))
        .containsExactlyInAnyOrder(
            "receipt_missing", "contradicted", "mismatched_callback", "order_paid_twice");
  }

  @Test
  void sources_of_a_failure() {
    assertThat(Arrays.stream(Decline.Source.values()).map(Decline.Source::code))
        .containsExactlyInAnyOrder("callback", "query", "submission", "operator");
  }

  @Test
  void categories_of_a_failure() {
    assertThat(Arrays.stream(FailureCategory.values()).map(FailureCategory::code))
        .containsExactlyInAnyOrder(
            "cancelled",
            "insufficient_funds",
            "wrong_pin",
            "timeout",
            "limit",
            "busy",
            "configuration",
            "rejected",
            "other");
  }

  @Test
  void types_of_events() {
    var paid = Given.pending().weigh(Given.came(Given.success(), Given.minute(1)), Given.PATIENCE);

    assertThat(paid.events()).extracting(PaymentEvent::type).containsExactly("payment.paid");
    assertThat(Given.pending().weigh(Given.accepted(Given.minute(1)), Given.PATIENCE).events())
        .extracting(PaymentEvent::type)
        .containsExactly("payment.submitted");
  }
}
