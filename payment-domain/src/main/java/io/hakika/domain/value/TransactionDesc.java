package io.hakika.domain.value;

import java.util.regex.Pattern;

/** Daraja's TransactionDesc: at most 13 of {@code A-Z a-z 0-9}, space and dash, never cut. */
public record TransactionDesc(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9 -]{1,13}");

  /** What an order that describes nothing is called. */
  public static final TransactionDesc DEFAULT = new TransactionDesc("Payment");

  public TransactionDesc {
    Text.matching(FORM, value, "a description is 1 to 13 of A-Z a-z 0-9, space and dash");
  }

  @Override
  public String toString() {
    return Text.shown(value);
  }
}
