package io.hakika.domain.value;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Daraja's name for one STK push, for example {@code ws_CO_…}; opaque, at most 128 characters.
 *
 * <p>Its last nine digits repeat the payer's number (seen in every sample since 2024), so it is
 * personal data: {@code toString} masks them, {@link #value()} shows all.
 */
public record CheckoutRequestId(String value) {

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,128}");
  private static final Pattern LAST_NINE = Pattern.compile("[0-9]{9}$");

  /** Not what is masked already, so that text read back from a database stays as it is. */
  private static final Pattern IN_TEXT = Pattern.compile("(ws_CO_[0-9]*)[0-9]{9}(?![0-9•])");

  public CheckoutRequestId {
    Text.secret(FORM, value, "a CheckoutRequestID is 1 to 128 visible ASCII characters");
  }

  /** Reads an id, or nothing if the text cannot be one. */
  public static Optional<CheckoutRequestId> tryParse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new CheckoutRequestId(text))
        : Optional.empty();
  }

  /** The id as strangers may see it. */
  public String masked() {
    return LAST_NINE.matcher(value).replaceAll("•••••••••");
  }

  /** Masks everything in {@code text} that looks like a CheckoutRequestID. */
  static String maskAll(String text) {
    return IN_TEXT.matcher(text).replaceAll("$1•••••••••");
  }

  @Override
  public String toString() {
    return Text.shown(masked());
  }
}
