package io.hakika.domain.value;

import java.util.regex.Pattern;

/** What the values of this package share when they look at text. */
final class Text {

  private static final int LONGEST_QUOTE = 40;

  private Text() {}

  /** Returns {@code text}, or says which field was wrong and what it may hold. */
  static String matching(Pattern pattern, String text, String rule) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(rule + ", not " + quote(text));
    }
    return text;
  }

  /** Like {@link #matching} for text that nobody may see: says the length alone. */
  static String secret(Pattern pattern, String text, String rule) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(
          rule + ", not " + text.length() + " characters of another form");
    }
    return text;
  }

  /** Shows text of a stranger: short, on one line, phone numbers masked. */
  static String quote(String text) {
    var shown = Msisdn.maskAll(printable(text));
    return shown.length() <= LONGEST_QUOTE
        ? '"' + shown + '"'
        : '"' + shown.substring(0, LONGEST_QUOTE) + "…\"";
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
