package io.hakika.domain.value;

import java.util.Locale;

/** Why a payment failed, in the few words a shop can act on. */
public enum FailureCategory {
  CANCELLED,
  INSUFFICIENT_FUNDS,
  WRONG_PIN,
  TIMEOUT,
  LIMIT,
  BUSY,
  CONFIGURATION,
  REJECTED,
  OTHER;

  /** The stored and published spelling. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
