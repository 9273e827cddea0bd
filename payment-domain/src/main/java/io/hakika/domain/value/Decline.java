package io.hakika.domain.value;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Why a payment failed: Daraja's code and words, what they mean, and who said so.
 *
 * @param code Daraja's code, which may hold letters ({@code SFC_IC0003}), or {@code not_sent} or
 *     {@code operator}; made {@link #showable}
 */
public record Decline(String code, ProviderText reason, FailureCategory category, Source source) {

  private static final Pattern NOT_VISIBLE = Pattern.compile("[^\\x21-\\x7E]");
  private static final Pattern HIDDEN =
      Pattern.compile("[0-9a-f]{48,}|ws_CO_[0-9]{9,}|(?<![0-9])(254|0)[17][0-9]{8}(?![0-9])");
  private static final int LONGEST_CODE = 64;

  public Decline {
    code = showable(code);
  }

  /**
   * A code of Daraja's as it may be kept and shown: 1 to 64 visible ASCII characters.
   *
   * <p>Nobody promises that Daraja keeps to that, and what it says must not be lost over its code,
   * so other characters become {@code ?}, what is longer is cut, and none at all is {@code
   * unknown}. What spells a phone number, a CheckoutRequestID or a token is hidden; nine digits
   * alone may be a code. A code that was made showable once stays as it is.
   */
  public static String showable(String code) {
    var visible = NOT_VISIBLE.matcher(code).replaceAll("?");
    var cut = visible.substring(0, Math.min(LONGEST_CODE, visible.length()));
    return cut.isEmpty() ? "unknown" : HIDDEN.matcher(cut).replaceAll("?");
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
