package io.hakika.adapter.daraja;

/** Cuts text of a stranger to a length, without cutting a character in two. */
final class Shortened {

  private Shortened() {}

  static String to(int most, String text) {
    if (text.length() <= most) {
      return text;
    }
    var end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
