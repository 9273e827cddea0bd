package io.hakika.application.fake;

import io.hakika.application.port.driven.CallbackReader;
import io.hakika.domain.StkCallback;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.ReportedAmount;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads callbacks of one line per item, {@code name: value}, and writes them: what the provider's
 * format is to the real reader. It can be told to break. Threads may share it.
 */
public final class ScriptedCallbackReader implements CallbackReader {

  private static final String FIRST_LINE = "stkCallback";
  private static final int MOST_LINES = 20;

  private int breakdowns;

  /** Breaks at the next {@code times} callbacks, as a reader with a fault in it would. */
  public synchronized void breakNext(int times) {
    breakdowns = times;
  }

  /** The bytes of a callback that says so. */
  public static byte[] bytesOf(StkCallback said) {
    var lines = new StringBuilder(FIRST_LINE);
    write(lines, "resultCode", said.resultCode());
    write(lines, "resultDesc", said.resultDesc().value());
    var checkout = said.checkoutRequestId();
    write(lines, "checkoutRequestId", checkout == null ? null : checkout.value());
    write(lines, "merchantRequestId", said.merchantRequestId());
    var amount = said.amount();
    write(lines, "amount", amount == null ? null : amount.text());
    write(lines, "receipt", said.receipt());
    write(lines, "transactionDate", said.transactionDate());
    var payer = said.payer();
    write(lines, "payer", payer == null ? null : payer.digits());
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(StringBuilder lines, String name, @Nullable Object value) {
    if (value != null) {
      lines.append('\n').append(name).append(": ").append(value);
    }
  }

  @Override
  public Reading read(byte[] body) {
    breakIfTold();
    var lines = new String(body, StandardCharsets.UTF_8).split("\n", MOST_LINES);
    if (!lines[0].equals(FIRST_LINE)) {
      return new Reading.Unreadable("it does not begin with " + FIRST_LINE);
    }
    var items = items(lines);
    var code = items.get("resultCode");
    return code == null || !code.matches("[\\x21-\\x7E]{1,64}")
        ? new Reading.Unreadable("it has no result code")
        : new Reading.Readable(callback(code, items));
  }

  private synchronized void breakIfTold() {
    if (breakdowns > 0) {
      breakdowns--;
      throw new IllegalStateException("the reader was told to break");
    }
  }

  private static Map<String, String> items(String[] lines) {
    var items = new HashMap<String, String>();
    for (var line : lines) {
      var colon = line.indexOf(": ");
      if (colon > 0) {
        items.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return items;
  }

  private static StkCallback callback(String code, Map<String, String> items) {
    return new StkCallback(
        value(items, "checkoutRequestId", text -> CheckoutRequestId.tryParse(text).orElse(null)),
        value(items, "merchantRequestId", text -> MerchantRequestId.tryParse(text).orElse(null)),
        code,
        new ProviderText(items.getOrDefault("resultDesc", "")),
        outcome(code),
        category(code),
        value(items, "amount", ScriptedCallbackReader::amount),
        value(items, "receipt", text -> Receipt.tryParse(text).orElse(null)),
        value(items, "transactionDate", ScriptedCallbackReader::date),
        value(items, "payer", text -> Msisdn.tryParse(text).orElse(null)));
  }

  private static <T> @Nullable T value(
      Map<String, String> items, String name, Function<String, @Nullable T> parse) {
    var text = items.get(name);
    return text == null ? null : parse.apply(text);
  }

  private static StkCallback.Outcome outcome(String code) {
    return switch (code) {
      case "0" -> StkCallback.Outcome.SUCCESS;
      case "4999" -> StkCallback.Outcome.NO_OUTCOME;
      default -> StkCallback.Outcome.FAILURE;
    };
  }

  private static FailureCategory category(String code) {
    return switch (code) {
      case "1031", "1032" -> FailureCategory.CANCELLED;
      case "1" -> FailureCategory.INSUFFICIENT_FUNDS;
      default -> FailureCategory.OTHER;
    };
  }

  private static @Nullable ReportedAmount amount(String text) {
    return text.isEmpty() || text.length() > 64 ? null : new ReportedAmount(text);
  }

  private static @Nullable LocalDateTime date(String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
