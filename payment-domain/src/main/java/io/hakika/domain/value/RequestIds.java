package io.hakika.domain.value;

import org.jspecify.annotations.Nullable;

/**
 * The names Daraja gave one push. A callback may name the push without its MerchantRequestID.
 *
 * @param merchantRequestId null until Daraja has told it
 */
public record RequestIds(
    CheckoutRequestId checkoutRequestId, @Nullable MerchantRequestId merchantRequestId) {

  /** These ids, with a missing MerchantRequestID taken from {@code later}. */
  public RequestIds completedBy(@Nullable MerchantRequestId later) {
    return merchantRequestId == null && later != null
        ? new RequestIds(checkoutRequestId, later)
        : this;
  }

  /** These ids, completed by {@code later} if that names the same push. */
  public RequestIds completedBy(RequestIds later) {
    return checkoutRequestId.equals(later.checkoutRequestId())
        ? completedBy(later.merchantRequestId())
        : this;
  }
}
