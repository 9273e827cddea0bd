package io.hakika.adapter.daraja;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Daraja's codes, which come as numbers and as text, may hold letters, and are compared as text.
 *
 * <p>Whatever spells the whole number 1032 is the code {@code 1032}: {@code 1032}, {@code "1032"},
 * {@code " 1032 "}, {@code 1032.0}. So 0, {@code "0"} and {@code 0.0} are one code. A text with
 * leading zeros or a sign ({@code "00"}) is a code of its own; a number that is a fraction is none.
 */
final class Codes {

  private static final Pattern NUMERIC = Pattern.compile("(?:0|[1-9][0-9]*)(?:\\.0+)?");
  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,64}");

  private Codes() {}

  /** The code that {@code json} spells; empty if it is none. */
  static Optional<String> read(Json json) {
    if (json instanceof Json.Number number) {
      return Decimals.parse(number.spelling())
          .filter(value -> value.scale() <= 0)
          .map(value -> value.toBigIntegerExact().toString());
    }
    return json.text().map(Codes::folded).filter(text -> FORM.matcher(text).matches());
  }

  private static String folded(String text) {
    return NUMERIC.matcher(text).matches() ? Decimals.plain(text) : text;
  }
}
