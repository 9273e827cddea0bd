package io.hakika.application.fake;

import io.hakika.domain.Payment;
import io.hakika.domain.Verdict;
import io.hakika.domain.value.Review;
import java.util.List;
import java.util.function.Function;

/** How far a payment of a test has come. Each stage is reached by what really leads there. */
public enum Stage {
  /** Opened; its creator is sending the push. */
  PENDING,
  /** The push certainly was not sent, and waits to be sent again. */
  QUEUED,
  /** Nobody can say whether the push was sent. */
  PUSH_UNKNOWN,
  SUBMITTED,
  PAID,
  /** Paid by a callback that carried no receipt. */
  PAID_BARE,
  /** Cancelled by the customer, says the callback. */
  FAILED,
  PAID_WITHOUT_RECEIPT,
  UNSETTLED,
  SUBMISSION_UNKNOWN,
  AMOUNT_MISMATCH,
  CONTRADICTORY;

  /** The stage of a payment that waits for a person for {@code reason}. */
  public static Stage of(Review.Reason reason) {
    return valueOf(reason.name());
  }

  /** What has to happen to the fixture's pending payment, in this order. */
  List<Function<Payment, Verdict>> steps(PaymentFixture fixture) {
    return switch (this) {
      case PENDING -> List.of();
      case QUEUED -> List.of(fixture.hears(fixture.notSent()));
      case PUSH_UNKNOWN -> List.of(fixture.hears(fixture.unknownPush()));
      case SUBMITTED -> List.of(fixture.hears(fixture.accepted()));
      case PAID -> afterSubmission(fixture, fixture.hears(fixture.success()));
      case PAID_BARE -> afterSubmission(fixture, fixture.hears(fixture.bareSuccess()));
      case FAILED -> afterSubmission(fixture, fixture.hears(fixture.cancelled()));
      case PAID_WITHOUT_RECEIPT -> saidTwice(fixture);
      case UNSETTLED ->
          List.of(
              fixture.hears(fixture.accepted()),
              fixture.hears(fixture.queryStillPending()),
              fixture.waits(PaymentFixture.PATIENCE.recoveryDeadline().plusMinutes(1)));
      case SUBMISSION_UNKNOWN ->
          List.of(
              fixture.hears(fixture.unknownPush()),
              fixture.waits(PaymentFixture.PATIENCE.submissionUnknownAfter().plusMinutes(1)));
      case AMOUNT_MISMATCH -> afterSubmission(fixture, fixture.hears(fixture.successOf("1")));
      case CONTRADICTORY ->
          List.of(
              fixture.hears(fixture.accepted()),
              fixture.hears(fixture.cancelled()),
              fixture.hears(fixture.success()));
    };
  }

  private static List<Function<Payment, Verdict>> afterSubmission(
      PaymentFixture fixture, Function<Payment, Verdict> then) {
    return List.of(fixture.hears(fixture.accepted()), then);
  }

  private static List<Function<Payment, Verdict>> saidTwice(PaymentFixture fixture) {
    var first = PaymentFixture.PATIENCE.recoveryAfter();
    var second = first.plus(PaymentFixture.PATIENCE.recoveryBackoff()).plusSeconds(1);
    return List.of(
        fixture.hears(fixture.accepted()),
        fixture.hears(fixture.querySuccess(first)),
        fixture.hears(fixture.querySuccess(second)));
  }
}
