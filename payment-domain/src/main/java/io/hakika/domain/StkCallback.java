package io.hakika.domain;

import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.ReportedAmount;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a callback says, as far as it could be read. Nothing of it is believed before it is weighed.
 *
 * @param checkoutRequestId null where the callback names none
 * @param merchantRequestId null where the callback names none; decides nothing
 * @param resultCode Daraja's code, which may hold letters
 * @param outcome what the code means
 * @param category what a failure means to a shop; of no meaning for a success
 * @param amount null where the callback carries none
 * @param receipt null where the callback carries none that can be one
 * @param transactionDate Nairobi's wall time; null where the callback carries none that can be read
 * @param payer null where the callback carries none or a masked one; decides nothing
 */
public record StkCallback(
    @Nullable CheckoutRequestId checkoutRequestId,
    @Nullable MerchantRequestId merchantRequestId,
    String resultCode,
    ProviderText resultDesc,
    Outcome outcome,
    FailureCategory category,
    @Nullable ReportedAmount amount,
    @Nullable Receipt receipt,
    @Nullable LocalDateTime transactionDate,
    @Nullable Msisdn payer) {

  public StkCallback {
    resultCode = Decline.showable(resultCode);
  }

  /** What a callback's ResultCode means. */
  public enum Outcome {
    /** Code 0. */
    SUCCESS,
    /** Code 4999: still under processing. */
    NO_OUTCOME,
    /** Any other code. */
    FAILURE
  }
}
