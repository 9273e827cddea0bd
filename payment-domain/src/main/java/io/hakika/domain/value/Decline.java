package io.hakika.domain.value;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Why a payment failed: Daraja's code and words, what they mean, and who said so.
 *
 * @param code Daraja's code, which may hold letters ({@code SFC_IC0003}), or {@code not_sent} or
 *     {@code operator}
 */
public record Decline(String code, ProviderText reason, FailureCategory category, Source source) {

  private static final Pattern CODE = Pattern.compile("[\\x21-\\x7E]{1,64}");

  public Decline {
    Text.matching(CODE, code, "a failure code is 1 to 64 visible ASCII characters");
  }

  /** Who said that the payment failed. */
  public enum Source {
    CALLBACK,
    QUERY,
    SUBMISSION,
    OPERATOR;

    /** The stored and published spelling. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
