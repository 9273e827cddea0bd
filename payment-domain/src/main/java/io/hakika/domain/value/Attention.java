package io.hakika.domain.value;

import java.util.Locale;

/** A word that puts a payment on the list of those a person should look at. */
public enum Attention {
  /** Paid, but the message that said so carried no receipt. */
  RECEIPT_MISSING,
  /** A later message contradicts what the payment settled on. */
  CONTRADICTED,
  /** A callback came to this payment's address that names another push. */
  MISMATCHED_CALLBACK,
  /** Money moved for this order more than once, or may: a failed payment of it came back. */
  ORDER_PAID_TWICE;

  /** The stored and published spelling. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
