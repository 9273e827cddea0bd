package io.hakika.adapter.http.javalin.body;

import io.hakika.domain.value.Receipt;
import java.util.regex.Pattern;

/** Reads receipts that people typed. */
final class Receipts {

  private static final Pattern ASCII = Pattern.compile("[\\x20-\\x7E]*");

  private Receipts() {}

  /** Some letters beyond ASCII become ASCII in capitals; no receipt may be made up that way. */
  static Receipt parse(String text) {
    if (!ASCII.matcher(text).matches()) {
      throw new IllegalArgumentException("a receipt is 8 to 20 letters and digits");
    }
    return Receipt.parse(text);
  }
}
