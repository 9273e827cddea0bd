package io.hakika.domain.value;

/**
 * A sentence of the provider's (a ResultDesc, an errorMessage), made safe to keep and to show:
 * control characters become U+FFFD, phone numbers are masked, at most 500 characters.
 */
public record ProviderText(String value) {

  private static final int MOST = 500;

  public ProviderText {
    value = CheckoutRequestId.maskAll(Msisdn.maskAll(Text.printable(value)));
    value = value.length() <= MOST ? value : value.substring(0, MOST - 1) + "…";
  }

  @Override
  public String toString() {
    return value;
  }
}
