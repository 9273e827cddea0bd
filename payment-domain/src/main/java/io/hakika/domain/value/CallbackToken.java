package io.hakika.domain.value;

import java.util.regex.Pattern;

/**
 * The unguessable end of a payment's callback address: 48 lower-case hexadecimal digits.
 *
 * <p>Whoever knows it can speak for M-Pesa about that payment, so it never prints itself.
 * Hexadecimal cannot spell the words that Daraja refuses in a callback address.
 */
public record CallbackToken(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{48}");
  private static final Pattern IN_TEXT = Pattern.compile("[0-9a-f]{48,}");

  public CallbackToken {
    Text.secret(FORM, value, "a callback token is 48 lower-case hexadecimal digits");
  }

  /** Masks everything in {@code text} that looks like a token: a refusal may quote our address. */
  static String maskAll(String text) {
    return IN_TEXT.matcher(text).replaceAll("•••");
  }

  /** Whether {@code text} has the form of a token. */
  public static boolean looksRight(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "CallbackToken[hidden]";
  }
}
