package io.hakika.adapter.daraja;

import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.Shillings;
import io.hakika.domain.value.TransactionDesc;
import java.net.URI;

/**
 * A prompt to send.
 *
 * @param phone whose phone rings, and who pays
 * @param accountReference what the payer reads on the prompt; for a paybill also on the statement
 * @param callbackUrl where Daraja tells the outcome; a secret, since callbacks are not signed
 */
public record StkPush(
    Msisdn phone,
    Shillings amount,
    AccountReference accountReference,
    TransactionDesc description,
    URI callbackUrl) {

  /** Leaves the callback address out. */
  @Override
  public String toString() {
    return "StkPush[" + phone + ", " + amount + ", " + accountReference + "]";
  }
}
