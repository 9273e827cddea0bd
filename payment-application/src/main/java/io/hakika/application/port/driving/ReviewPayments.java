package io.hakika.application.port.driving;

import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Receipt;
import org.jspecify.annotations.Nullable;

/** Lets a person decide what no message could. */
public interface ReviewPayments {

  Result resolve(Resolution resolution);

  /**
   * A person's decision.
   *
   * @param by the name of the key that decided
   * @param version the version the person looked at; null: whatever it is now
   */
  record Resolution(
      PaymentId payment, Outcome outcome, String note, String by, @Nullable Integer version) {}

  /** What a person may decide. */
  sealed interface Outcome {

    /** The money is there, with this receipt. */
    record Paid(Receipt receipt) implements Outcome {}

    /** No money moved. */
    record Failed() implements Outcome {}

    /** A failure is doubted. */
    record Reopen() implements Outcome {}
  }

  /** What became of a decision. */
  sealed interface Result {

    /** It is written, now or before by the same person. */
    record Resolved(Details payment) implements Result {}

    /** There is no such payment. */
    record NotFound() implements Result {}

    /** The payment is in no state for this decision. */
    record NotReviewable(Details payment) implements Result {}

    /** The payment has changed since the person looked. */
    record VersionConflict(Details payment) implements Result {}

    /** Another payment has the receipt. */
    record ReceiptTaken() implements Result {}
  }
}
