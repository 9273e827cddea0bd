package io.hakika.adapter.daraja;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers of strangers. {@code 1e999999999} is a few characters of JSON and a gigabyte when spelled
 * out, so a number is judged before it is computed.
 */
final class Decimals {

  private static final Pattern FORM =
      Pattern.compile("[+-]?[0-9]{1,40}(?:\\.[0-9]{1,40})?(?:[eE][+-]?[0-9]{1,9})?");
  private static final int LARGEST_EXPONENT = 40;

  private Decimals() {}

  /** The number that {@code text} spells without trailing zeros; empty if it is none of ours. */
  static Optional<BigDecimal> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    var number = new BigDecimal(text);
    if (number.signum() == 0) {
      return Optional.of(BigDecimal.ZERO);
    }
    var bare = number.stripTrailingZeros();
    var magnitude = (long) bare.precision() - bare.scale();
    return Math.abs(magnitude) <= LARGEST_EXPONENT ? Optional.of(bare) : Optional.empty();
  }

  /** {@code spelling} without exponent and trailing zeros; unchanged where that is monstrous. */
  static String plain(String spelling) {
    return parse(spelling).map(BigDecimal::toPlainString).orElse(spelling);
  }
}
