package io.hakika.domain.value;

/**
 * A sentence of the provider's (a ResultDesc, an errorMessage), made safe to keep and to show:
 * control characters become U+FFFD, phone numbers, CheckoutRequestIDs and callback tokens are
 * masked, at most 500 characters.
 */
public record ProviderText(String value) {

  private static final int MOST = 500;

  public ProviderText {
    value = Text.shown(Text.printable(value));
    value = Text.cut(MOST, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
