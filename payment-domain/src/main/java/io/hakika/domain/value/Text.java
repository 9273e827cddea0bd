package io.hakika.domain.value;

import java.util.Objects;
import java.util.regex.Pattern;

/** What the values of this package share when they look at text. */
final class Text {

  private static final int LONGEST_QUOTE = 40;

  private Text() {}

  /** Returns {@code text}, or says which field was wrong and what it may hold. */
  static String matching(Pattern pattern, String text, String rule) {
    Objects.requireNonNull(text, () -> rule + ", not null");
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(rule + ", not " + quote(text));
    }
    return text;
  }

  /** Like {@link #matching} for text that nobody may see: says the length alone. */
  static String secret(Pattern pattern, String text, String rule) {
    Objects.requireNonNull(text, () -> rule + ", not null");
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(
          rule + ", not " + text.length() + " characters of another form");
    }
    return text;
  }

  /** Text with every phone number, CheckoutRequestID and callback token in it masked. */
  static String shown(String text) {
    return CheckoutRequestId.maskAll(Msisdn.maskAll(CallbackToken.maskAll(text)));
  }

  /** Shows text of a stranger: short, on one line, phone numbers masked. */
  static String quote(String text) {
    return '"' + cut(LONGEST_QUOTE, shown(printable(text))) + '"';
  }

  /** At most {@code most} characters of {@code text}, none of them cut in two. */
  static String cut(int most, String text) {
    if (text.length() <= most) {
      return text;
    }
    var end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** Replaces each control character and lone surrogate with U+FFFD. */
  static String printable(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                    ? 0xFFFD
                    : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }
}
