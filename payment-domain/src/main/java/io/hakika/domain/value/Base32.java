package io.hakika.domain.value;

/** Crockford's base 32 in lower case: no letter that reads like a digit. */
final class Base32 {

  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

  private Base32() {}

  /** Appends the lowest {@code 5 * length} bits of {@code bits}, highest first. */
  static void append(StringBuilder out, long bits, int length) {
    for (var shift = 5 * (length - 1); shift >= 0; shift -= 5) {
      out.append(DIGITS.charAt((int) (bits >>> shift) & 31));
    }
  }
}
