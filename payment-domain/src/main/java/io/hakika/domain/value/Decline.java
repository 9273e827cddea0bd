package io.hakika.domain.value;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Why a payment failed: Daraja's code and words, what they mean, and who said so.
 *
 * @param code Daraja's code, which may hold letters ({@code SFC_IC0003}), or {@code not_sent} or
 *     {@code operator}: 1 to 64 visible ASCII characters. Nobody promises that Daraja keeps to
 *     that, and a failure must not be lost over its code, so others become {@code ?}, what is
 *     longer is cut, and none at all is {@code unknown}
 */
public record Decline(String code, ProviderText reason, FailureCategory category, Source source) {

  private static final Pattern NOT_VISIBLE = Pattern.compile("[^\\x21-\\x7E]");
  private static final int LONGEST_CODE = 64;

  public Decline {
    code = NOT_VISIBLE.matcher(Msisdn.maskAll(code)).replaceAll("?");
    code = code.isEmpty() ? "unknown" : code.substring(0, Math.min(LONGEST_CODE, code.length()));
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
