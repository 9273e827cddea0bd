package io.hakika.adapter.daraja.simulator;

import java.util.regex.Pattern;

/**
 * A merchant whom the simulator knows: its OAuth client, its short code with the passkey, its till.
 *
 * <p>Only made-up credentials are taken: a simulator that accepted real ones could be mistaken for
 * Daraja by a service in production, which would then believe payments that never happened.
 *
 * @param consumerKey the OAuth client's name, 1 to 200 visible ASCII characters without a colon
 * @param consumerSecret its secret, 1 to 200 visible ASCII characters
 * @param shortCode the paybill or, for a till, the store number: one of the sandbox's, 174379 or
 *     600000 to 600999
 * @param passKey 1 to 200 visible ASCII characters, not 64 hexadecimal digits as real ones are
 * @param tillNumber where {@code CustomerBuyGoodsOnline} pays to, 5 to 7 digits
 */
public record Merchant(
    String consumerKey,
    String consumerSecret,
    String shortCode,
    String passKey,
    String tillNumber) {

  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,200}");
  private static final Pattern SANDBOX_CODE = Pattern.compile("174379|600[0-9]{3}");
  private static final Pattern REAL_PASS_KEY = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern TILL = Pattern.compile("[0-9]{5,7}");

  public Merchant {
    require(VISIBLE.matcher(consumerKey).matches(), "consumerKey is 1 to 200 visible characters");
    require(consumerKey.indexOf(':') < 0, "consumerKey holds no colon: OAuth splits it there");
    require(
        VISIBLE.matcher(consumerSecret).matches(), "consumerSecret is 1 to 200 visible characters");
    require(
        SANDBOX_CODE.matcher(shortCode).matches(),
        "shortCode is 174379 or 600000 to 600999, as in Daraja's sandbox: any other may be a live"
            + " one, and the simulator refuses production");
    require(VISIBLE.matcher(passKey).matches(), "passKey is 1 to 200 visible characters");
    require(
        !REAL_PASS_KEY.matcher(passKey).matches(),
        "passKey looks like a real one (64 hexadecimal digits): the simulator refuses production,"
            + " give it a made-up one");
    require(TILL.matcher(tillNumber).matches(), "tillNumber is 5 to 7 digits");
  }

  /** The merchant whom every simulator knows unless told otherwise; its credentials are public. */
  public static Merchant standard() {
    return new Merchant(
        "simulator-key", "simulator-secret", "174379", "simulator-passkey", "600100");
  }

  private static void require(boolean held, String rule) {
    if (!held) {
      throw new IllegalArgumentException(rule);
    }
  }

  /** Shows the short code alone. */
  @Override
  public String toString() {
    return "Merchant[" + shortCode + "]";
  }
}
