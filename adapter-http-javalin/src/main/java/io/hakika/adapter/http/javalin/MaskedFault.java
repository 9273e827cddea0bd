package io.hakika.adapter.http.javalin;

import io.hakika.domain.value.ProviderText;
import java.io.Serial;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault as it may be logged: its types and places, with phone numbers, CheckoutRequestIDs and
 * tokens hidden in its messages. Databases quote the values of the row that they refuse.
 */
final class MaskedFault extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private static final int DEEPEST = 10;
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{48,}|[A-Za-z0-9_-]{22,}");

  private MaskedFault(String message, @Nullable Throwable cause) {
    super(message, cause, false, true);
  }

  static MaskedFault of(Throwable fault) {
    return of(fault, DEEPEST);
  }

  private static MaskedFault of(Throwable fault, int depth) {
    var cause = fault.getCause();
    var masked =
        new MaskedFault(describe(fault), cause == null || depth == 0 ? null : of(cause, depth - 1));
    masked.setStackTrace(fault.getStackTrace());
    return masked;
  }

  /** The type and the message, on one line. */
  static String describe(Throwable fault) {
    var message = fault.getMessage();
    var type = fault.getClass().getName();
    return message == null ? type : type + ": " + mask(message);
  }

  private static String mask(String message) {
    return TOKEN.matcher(new ProviderText(message).value()).replaceAll("[hidden]");
  }

  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
