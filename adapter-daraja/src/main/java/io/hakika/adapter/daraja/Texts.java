package io.hakika.adapter.daraja;

/** Makes text of a stranger fit to keep and to show. */
final class Texts {

  private static final int REPLACEMENT = 0xFFFD;

  private Texts() {}

  /** Replaces control characters, odd line ends and lone surrogates with U+FFFD. */
  static String printable(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().map(c -> unprintable(c) ? REPLACEMENT : c).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Cuts {@code text} to a length, without cutting a character in two. */
  static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    var end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static boolean unprintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
