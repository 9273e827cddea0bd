package io.hakika.domain.value;

import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Daraja's AccountReference: what the payer reads on the prompt and in the SMS, and what a paybill
 * statement repeats. At most 12 of {@code A-Z a-z 0-9}, space and dash; longer ones are refused,
 * because cutting one would make two orders look alike.
 */
public record AccountReference(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9 -]{1,12}");
  private static final Pattern USABLE_ORDER_ID = Pattern.compile("[A-Za-z0-9-]{1,12}");
  private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^A-Za-z0-9]");

  public AccountReference {
    Text.matching(FORM, value, "an account reference is 1 to 12 of A-Z a-z 0-9, space and dash");
  }

  /**
   * The reference of an order that names none: its id where that fits, else the first six of its
   * letters and digits, a dash and five characters that tell payments of like orders apart.
   */
  public static AccountReference forOrder(OrderId order, PaymentId payment) {
    if (USABLE_ORDER_ID.matcher(order.value()).matches()) {
      return new AccountReference(order.value());
    }
    var letters = NOT_ALPHANUMERIC.matcher(order.value()).replaceAll("");
    var out = new StringBuilder(letters.substring(0, Math.min(6, letters.length()))).append('-');
    Base32.append(out, hash(payment), 5);
    return new AccountReference(out.toString());
  }

  private static long hash(PaymentId payment) {
    var crc = new CRC32C();
    payment.value().chars().forEach(crc::update);
    return crc.getValue();
  }

  @Override
  public String toString() {
    return Text.shown(value);
  }
}
