package io.hakika.adapter.daraja.simulator;

import java.util.regex.Pattern;

/** How the simulator shows what strangers may not see whole. */
final class Masks {

  private static final int PAYER_DIGITS = 9;
  private static final Pattern PHONE =
      Pattern.compile("(?<![0-9])((?:254|0)[17])[0-9]{5}([0-9]{3})(?![0-9])");

  private Masks() {}

  /** A number of twelve digits as {@code 2547•••••678}. */
  static String phone(String digits) {
    return digits.substring(0, 4) + "•••••" + digits.substring(9);
  }

  /** Words of a merchant's without the phone numbers in them: many refer to accounts by phone. */
  static String phonesIn(String words) {
    return PHONE.matcher(words).replaceAll("$1•••••$2");
  }

  /** A CheckoutRequestID without its last nine digits, which repeat the payer's number. */
  static String requestId(String id) {
    return id.substring(0, Math.max(0, id.length() - PAYER_DIGITS)) + "•••••••••";
  }
}
