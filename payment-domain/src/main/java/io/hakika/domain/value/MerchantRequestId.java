package io.hakika.domain.value;

import java.util.Optional;
import java.util.regex.Pattern;

/** Daraja's second name for one STK push; opaque, at most 128 characters. It decides nothing. */
public record MerchantRequestId(String value) {

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,128}");

  public MerchantRequestId {
    Text.matching(FORM, value, "a MerchantRequestID is 1 to 128 visible ASCII characters");
  }

  /** Reads an id, or nothing if the text cannot be one. */
  public static Optional<MerchantRequestId> tryParse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new MerchantRequestId(text))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return Text.shown(value);
  }
}
