package io.hakika.domain;

import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.RequestIds;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something the world told us about a payment, and when. It may be late, doubled or wrong. */
public sealed interface Evidence {

  /** When it reached us. */
  Instant at();

  /** What became of a push. It can come after the callback, so it is evidence like the others. */
  sealed interface PushAnswer extends Evidence {

    /** Daraja took the push and named it. */
    record Accepted(RequestIds ids, Instant at) implements PushAnswer {

      public static Accepted of(
          CheckoutRequestId checkout, MerchantRequestId merchant, Instant at) {
        return new Accepted(new RequestIds(checkout, merchant), at);
      }
    }

    /** Daraja definitely refused: no phone rings. */
    record Refused(String code, ProviderText reason, FailureCategory category, Instant at)
        implements PushAnswer {

      public Refused {
        code = Decline.showable(code);
      }
    }

    /**
     * The push certainly never reached Daraja's push service, so it may be sent again.
     *
     * @param retryAfter how long Daraja asked us to wait; null where it did not
     * @param throttled whether it was turned away for coming too fast
     */
    record NotSent(
        ProviderText reason, @Nullable Duration retryAfter, boolean throttled, Instant at)
        implements PushAnswer {}

    /** Nobody can say whether the phone rings. It must never be sent again. */
    record Unknown(ProviderText reason, Instant at) implements PushAnswer {}
  }

  /**
   * A callback came to this payment's address.
   *
   * @param elsewhere what of the callback belongs to other payments
   */
  record Callback(StkCallback said, Elsewhere elsewhere, Instant at) implements Evidence {

    /** A callback that names nothing another payment holds. */
    public static Callback of(StkCallback said, Instant at) {
      return new Callback(said, Elsewhere.NOTHING, at);
    }
  }

  /**
   * What a callback names that other payments hold already.
   *
   * @param checkoutRequestId whether its CheckoutRequestID is another payment's
   * @param receipt whether its receipt is another payment's
   */
  record Elsewhere(boolean checkoutRequestId, boolean receipt) {

    /** The usual case. */
    public static final Elsewhere NOTHING = new Elsewhere(false, false);
  }

  /** Something came to this payment's address that cannot be used: malformed, or refused. */
  record UnusableCallback(Instant at) implements Evidence {}

  /**
   * Daraja was asked about the push.
   *
   * @param says what the answer is worth; {@code NO_INFORMATION} unless it named our push
   * @param resultCode Daraja's code; null when it gave none
   * @param category what a failure means to a shop; of no meaning for a success
   * @param answered whether Daraja answered at all, whatever it said
   * @param throttled whether the question was turned away for coming too fast
   */
  record QueryAnswer(
      QueryClass says,
      @Nullable String resultCode,
      ProviderText resultDesc,
      FailureCategory category,
      boolean answered,
      boolean throttled,
      Instant at)
      implements Evidence {

    public QueryAnswer {
      resultCode = resultCode == null ? null : Decline.showable(resultCode);
    }
  }
}
