package io.hakika.domain;

import io.hakika.domain.value.Receipt;

/** The receipt a payment holds, and who brought it: a typed one yields to one from M-Pesa. */
public record HeldReceipt(Receipt number, Source source) {

  /** Who brought a receipt. */
  public enum Source {
    CALLBACK,
    OPERATOR
  }

  static HeldReceipt fromCallback(Receipt number) {
    return new HeldReceipt(number, Source.CALLBACK);
  }

  static HeldReceipt typed(Receipt number) {
    return new HeldReceipt(number, Source.OPERATOR);
  }

  boolean yieldsTo(Receipt brought) {
    return source == Source.OPERATOR && !number.equals(brought);
  }
}
