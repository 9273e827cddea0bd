package io.hakika.domain;

import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.Review;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to a payment, for whoever must know: the host, the shop, the payer. */
public sealed interface PaymentEvent {

  PaymentId payment();

  Instant at();

  /** The published name. */
  String type();

  /** Daraja took the push; the customer's phone should ring. */
  record Submitted(PaymentId payment, CheckoutRequestId checkoutRequestId, Instant at)
      implements PaymentEvent {
    @Override
    public String type() {
      return "payment.submitted";
    }
  }

  /**
   * The money moved.
   *
   * @param receipt null where the message that said so carried none
   */
  record Paid(PaymentId payment, @Nullable Receipt receipt, Instant at) implements PaymentEvent {
    @Override
    public String type() {
      return "payment.paid";
    }
  }

  /** The payment failed; the order may be tried again. */
  record Failed(PaymentId payment, Decline decline, Instant at) implements PaymentEvent {
    @Override
    public String type() {
      return "payment.failed";
    }
  }

  /** A person has to decide. */
  record NeedsReview(PaymentId payment, Review review, Instant at) implements PaymentEvent {
    @Override
    public String type() {
      return "payment.needs_review";
    }
  }

  /** A paid payment stays paid, but a message contradicts it. */
  record Contradicted(PaymentId payment, String detail, Instant at) implements PaymentEvent {

    public Contradicted {
      detail = new ProviderText(detail).value();
    }

    @Override
    public String type() {
      return "payment.contradicted";
    }
  }
}
