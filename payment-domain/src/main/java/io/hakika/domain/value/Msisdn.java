package io.hakika.domain.value;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Kenyan mobile number in the one spelling Daraja takes: {@code 2547…} or {@code 2541…}, twelve
 * digits.
 *
 * <p>Numbers can be ported between operators, so no prefix beyond {@code 7} and {@code 1} is
 * judged. {@code toString} shows the mask; {@link #digits()} shows the number.
 */
public record Msisdn(String digits) {

  private static final Pattern FORM = Pattern.compile("254[17][0-9]{8}");
  private static final Pattern SPELLING = Pattern.compile("(?:\\+?254|0)?([17][0-9]{8})");
  private static final Pattern PUNCTUATION = Pattern.compile("[ .()\\-]");
  private static final Pattern IN_TEXT =
      Pattern.compile("(?<![0-9])((?:254|0)?[17])[0-9]{5}([0-9]{3})(?![0-9])");

  public Msisdn {
    Text.secret(FORM, digits, "a phone number is 2547… or 2541…, twelve digits");
  }

  /**
   * Reads any usual spelling: {@code 0712 345 678}, {@code 712345678}, {@code +254-712-345-678},
   * with spaces, dashes, dots and brackets.
   *
   * @throws IllegalArgumentException if it is no Kenyan mobile number; the message shows a mask
   */
  public static Msisdn parse(String spelling) {
    return tryParse(spelling)
        .orElseThrow(
            () -> new IllegalArgumentException("not a Kenyan mobile number: " + outline(spelling)));
  }

  /** Reads any usual spelling, or nothing if it is no Kenyan mobile number. */
  public static Optional<Msisdn> tryParse(String spelling) {
    if (spelling.length() > 40) {
      return Optional.empty();
    }
    var matcher = SPELLING.matcher(PUNCTUATION.matcher(spelling).replaceAll(""));
    return matcher.matches() ? Optional.of(new Msisdn("254" + matcher.group(1))) : Optional.empty();
  }

  /** The number as strangers may see it: {@code 2547•••••678}. */
  public String masked() {
    return digits.substring(0, 4) + "•••••" + digits.substring(9);
  }

  /** Masks everything in {@code text} that looks like a Kenyan mobile number. */
  public static String maskAll(String text) {
    return IN_TEXT.matcher(text).replaceAll("$1•••••$2");
  }

  /** Says what a faulty number looked like without repeating its digits. */
  private static String outline(String spelling) {
    var shape = spelling.codePoints().limit(20).map(c -> Character.isDigit(c) ? '9' : c);
    var text =
        shape.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    return spelling.length() + " characters of the form " + Text.quote(text.toString());
  }

  @Override
  public String toString() {
    return masked();
  }
}
