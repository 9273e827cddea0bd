package io.hakika.adapter.daraja;

import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.ProviderText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a push. */
public sealed interface PushResult {

  /** What Daraja answered, as it came; nothing where it was not asked for want of a token. */
  RawAnswer raw();

  /** Daraja took the push. Nobody has been prompted yet, and nobody has paid. */
  record Accepted(
      CheckoutRequestId checkoutRequestId,
      MerchantRequestId merchantRequestId,
      ProviderText customerMessage,
      RawAnswer raw)
      implements PushResult {}

  /**
   * Daraja definitely refused: no phone rings, and the same push would be refused again.
   *
   * @param code Daraja's error code, or its ResponseCode; {@code gateway} where the gateway in
   *     front of it refused without a code
   */
  record Refused(String code, ProviderText reason, FailureCategory category, RawAnswer raw)
      implements PushResult {}

  /**
   * The push certainly never reached Daraja's push service: it may be sent again.
   *
   * @param retryAfter how long Daraja asked us to wait; null where it did not
   * @param throttled whether it was turned away for coming too fast
   */
  record NotSent(
      ProviderText reason, @Nullable Duration retryAfter, boolean throttled, RawAnswer raw)
      implements PushResult {}

  /** Nobody can say whether the phone rings. To send it again may be to charge twice. */
  record Unknown(ProviderText reason, RawAnswer raw) implements PushResult {}
}
