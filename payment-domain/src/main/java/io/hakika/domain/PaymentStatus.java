package io.hakika.domain;

import java.util.Locale;

/** The five words that the outside knows a payment's state by. */
public enum PaymentStatus {
  PENDING,
  SUBMITTED,
  PAID,
  FAILED,
  NEEDS_REVIEW;

  /** The stored and published spelling. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
