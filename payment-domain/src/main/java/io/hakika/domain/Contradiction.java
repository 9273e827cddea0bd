package io.hakika.domain;

import java.util.Locale;

/**
 * How a message can contradict a payment that is paid. Each kind is told once per payment: a
 * failure that is delivered a thousand times is told once, and cannot hide a second receipt.
 */
public enum Contradiction {
  /** A callback says that it failed. */
  FAILED("a failure callback came after the success"),
  /** A callback says that it failed, and carries a receipt. */
  FAILED_WITH_RECEIPT("a failure callback that carries a receipt came after the success"),
  /** A second success names another receipt: the customer may have paid twice. */
  OTHER_RECEIPT("a second success callback names another receipt"),
  /** A success names a receipt that another payment holds. */
  TAKEN_RECEIPT("a callback names a receipt of another payment"),
  /** M-Pesa's receipt is another than the one a person typed. */
  TYPED_RECEIPT("M-Pesa's receipt is another than the one typed by a person"),
  /** A success names another amount. */
  WRONG_AMOUNT("a callback says that another amount was paid"),
  /** The late answer to the push is a refusal. */
  REFUSED_PUSH("the push was refused after the payment succeeded"),
  /** The late answer to the push names another one. */
  OTHER_PUSH("the late push answer names another push");

  private final String words;

  Contradiction(String words) {
    this.words = words;
  }

  /** What it is, for a person. */
  String words() {
    return words;
  }

  /** The stored spelling. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
