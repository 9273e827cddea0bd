package io.hakika.domain.value;

import java.util.regex.Pattern;

/** The merchant's own name for what is being paid: 1 to 64 printable ASCII characters. */
public record OrderId(String value) {

  private static final Pattern FORM = Pattern.compile("[\\x20-\\x7E]{1,64}");

  public OrderId {
    Text.matching(FORM, value, "an order id is 1 to 64 printable ASCII characters");
  }

  @Override
  public String toString() {
    return Text.shown(value);
  }
}
