package io.hakika.domain;

import static io.hakika.domain.Given.ANOTHER_RECEIPT;
import static io.hakika.domain.Given.MERCHANT;
import static io.hakika.domain.Given.MOVED_AT;
import static io.hakika.domain.Given.PATIENCE;
import static io.hakika.domain.Given.RECEIPT;
import static io.hakika.domain.Given.TYPED_RECEIPT;
import static io.hakika.domain.Given.came;
import static io.hakika.domain.Given.minute;
import static io.hakika.domain.Given.weighed;
import static io.hakika.domain.Verdict.Reading.CONTRADICTORY;
import static io.hakika.domain.Verdict.Reading.DUPLICATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.RequestIds;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What late, strange and repeated messages may not do to what is known already. */
class LateMessagesTest {

  private static final ProviderText NOTE = new ProviderText("looked it up");

  @Test
  void a_receipt_that_a_callback_brought_stays_when_a_later_one_brings_another() {
    var failedByPerson =
        ((NeedsReview) Given.amountMismatch()).resolveFailed(NOTE, minute(9)).now();

    var now = weighed(failedByPerson, came(Given.successWith(ANOTHER_RECEIPT), minute(10)));

    assertThat(now.facts().receipt()).isEqualTo(HeldReceipt.fromCallback(RECEIPT));
  }

  @Test
  void a_receipt_that_a_person_typed_yields_together_with_the_date() {
    var typed = ((NeedsReview) Given.amountMismatch()).resolvePaid(TYPED_RECEIPT, minute(9)).now();
    assertThat(typed.facts().transactionDate()).as("the date of another receipt").isNull();

    var now = weighed(typed, came(Given.successWith(ANOTHER_RECEIPT), minute(10)));

    assertThat(now.facts().receipt()).isEqualTo(HeldReceipt.fromCallback(ANOTHER_RECEIPT));
    assertThat(now.facts().transactionDate()).isEqualTo(MOVED_AT);
  }

  @Test
  void a_receipt_that_a_person_typed_and_a_callback_confirms_is_the_callbacks() {
    var typed = ((NeedsReview) Given.unsettled()).resolvePaid(RECEIPT, minute(150)).now();

    var verdict = typed.weigh(came(Given.success(), minute(151)), PATIENCE);

    assertThat(verdict.reading()).isEqualTo(Verdict.Reading.DUPLICATE);
    assertThat(verdict.now().facts().receipt()).isEqualTo(HeldReceipt.fromCallback(RECEIPT));
  }

  @Test
  void a_late_acknowledgement_of_another_push_lends_no_name_to_ours() {
    var nameless = new RequestIds(Given.OURS, null);
    var failed = weighed(Given.pending(), came(withoutMerchant(), minute(1)));
    assertThat(failed.facts().ids()).isEqualTo(nameless);

    var late = weighed(failed, Given.acceptedAsAnother(minute(2)));
    var ours = weighed(failed, Given.accepted(minute(2)));

    assertThat(late.facts().ids()).isEqualTo(nameless);
    assertThat(ours.facts().ids()).isEqualTo(new RequestIds(Given.OURS, MERCHANT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "no code", "a\u0000b", "kein Gerät", "1032 ", "é"})
  void a_failure_is_not_lost_over_a_code_that_cannot_be_kept(String code) {
    var failure = Given.callback(code, Given.OURS, null, null);

    assertThat(weighed(Given.submitted(), came(failure, minute(1)))).isInstanceOf(Failed.class);
    assertThat(weighed(Given.pending(), refused(code))).isInstanceOf(Failed.class);
    assertThat(weighed(Given.submitted(), failedQuery(code))).isInstanceOf(Failed.class);
  }

  @Test
  void a_queued_push_is_given_up_in_time_however_long_daraja_asks_us_to_wait() {
    var sent = Given.START.plusSeconds(1);
    var answer = new PushAnswer.NotSent(NOTE, Duration.ofHours(1), true, sent);
    var tooOld = Given.START.plus(PATIENCE.submissionRetry());

    var queued = weighed(Given.pending(), answer);

    assertThat(queued.pushDue()).contains(tooOld);
    assertThat(queued.lapse(tooOld, PATIENCE).orElseThrow().now()).isInstanceOf(Failed.class);
    assertThat(queued.lapse(tooOld.minusNanos(1), PATIENCE)).isEmpty();
  }

  @Test
  void a_contradiction_that_is_delivered_again_and_again_is_told_once() {
    var first = Given.paid().weigh(came(Given.failure(), minute(2)), PATIENCE);
    var second = first.now().weigh(came(Given.failure(), minute(3)), PATIENCE);

    assertThat(first.events()).hasSize(1);
    assertThat(second.events()).isEmpty();
    assertThat(second.reading()).isEqualTo(Verdict.Reading.CONTRADICTORY);
  }

  @Test
  void a_harmless_contradiction_hides_no_second_receipt() {
    var failed = Given.paid().weigh(came(Given.failure(), minute(2)), PATIENCE).now();
    var paidTwice = failed.weigh(came(Given.successWith(ANOTHER_RECEIPT), minute(3)), PATIENCE);

    assertThat(paidTwice.events())
        .singleElement()
        .isEqualTo(
            new PaymentEvent.Contradicted(
                failed.id(), Contradiction.OTHER_RECEIPT.words(), minute(3)));
  }

  @Test
  void in_review_a_callback_that_brings_another_receipt_reads_as_a_contradiction() {
    var review = Given.amountMismatch();

    assertThat(reading(review, came(Given.success(), minute(9)))).isEqualTo(DUPLICATE);
    assertThat(reading(review, came(Given.bareSuccess(), minute(9)))).isEqualTo(DUPLICATE);
    assertThat(reading(review, came(Given.successWith(ANOTHER_RECEIPT), minute(9))))
        .isEqualTo(CONTRADICTORY);
    assertThat(reading(Given.contradictoryWithoutReceipt(), Given.cameWithTakenReceipt(minute(9))))
        .isEqualTo(CONTRADICTORY);
  }

  @Test
  void a_second_acknowledgement_is_a_duplicate_and_a_refusal_after_one_a_contradiction() {
    assertThat(reading(Given.submitted(), Given.accepted(minute(1)))).isEqualTo(DUPLICATE);
    assertThat(reading(Given.submitted(), Given.refused(minute(1)))).isEqualTo(CONTRADICTORY);
  }

  private static Verdict.Reading reading(Payment payment, Evidence evidence) {
    return payment.weigh(evidence, PATIENCE).reading();
  }

  private static StkCallback withoutMerchant() {
    return new StkCallback(
        Given.OURS,
        null,
        "1032",
        NOTE,
        StkCallback.Outcome.FAILURE,
        FailureCategory.CANCELLED,
        null,
        null,
        null,
        null);
  }

  private static PushAnswer.Refused refused(String code) {
    return new PushAnswer.Refused(code, NOTE, FailureCategory.REJECTED, minute(1));
  }

  private static Evidence.QueryAnswer failedQuery(String code) {
    return new Evidence.QueryAnswer(
        QueryClass.CERTAIN_FAILURE, code, NOTE, FailureCategory.OTHER, true, false, minute(2));
  }
}
