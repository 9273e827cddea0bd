package io.hakika.adapter.daraja;

import io.hakika.domain.StkCallback;
import io.hakika.domain.StkCallback.Outcome;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.ReportedAmount;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a callback, whatever it is. Only what makes it a callback at all is demanded: a
 * {@code stkCallback} with a result code. Everything else that cannot be read is absent.
 *
 * <p>A receipt of impossible form counts as absent too: the money moved, and a person finds the
 * receipt in the raw body. An amount of impossible form does not: it is there, and differs.
 */
final class CallbackParser {

  private static final DateTimeFormatter DARAJAS = strict("uuuuMMddHHmmss");
  private static final DateTimeFormatter TUTORIALS = strict("uuuu-MM-dd HH:mm:ss");

  private CallbackParser() {}

  static ParsedCallback parse(byte[] body) {
    var json = JsonReader.read(body);
    if (json instanceof Json.Broken broken) {
      return new ParsedCallback.Unreadable(broken.why());
    }
    if (!(json.at("Body").at("stkCallback") instanceof Json.Fields said)) {
      return new ParsedCallback.Unreadable("it holds no stkCallback");
    }
    var code = Codes.read(said.at("ResultCode"));
    if (code.isEmpty()) {
      return new ParsedCallback.Unreadable("its stkCallback holds no result code");
    }
    var items = CallbackItems.of(said.at("CallbackMetadata").at("Item"));
    return items.contradictory()
        ? new ParsedCallback.Unreadable("it names an item twice, with two values")
        : new ParsedCallback.Read(callback(said, code.get(), items), items.texts());
  }

  private static StkCallback callback(Json.Fields said, String code, CallbackItems items) {
    return new StkCallback(
        said.at("CheckoutRequestID").text().flatMap(CheckoutRequestId::tryParse).orElse(null),
        said.at("MerchantRequestID").text().flatMap(MerchantRequestId::tryParse).orElse(null),
        code,
        new ProviderText(said.at("ResultDesc").text().orElse("")),
        outcome(code),
        ResultCodes.of(code).category(),
        amount(items.value("Amount")),
        items.value("MpesaReceiptNumber").text().flatMap(Receipt::tryParse).orElse(null),
        items.value("TransactionDate").text().map(CallbackParser::date).orElse(null),
        items.value("PhoneNumber").text().flatMap(Msisdn::tryParse).orElse(null));
  }

  private static Outcome outcome(String code) {
    return switch (code) {
      case ResultCodes.PAID -> Outcome.SUCCESS;
      case ResultCodes.UNDER_PROCESSING -> Outcome.NO_OUTCOME;
      default -> Outcome.FAILURE;
    };
  }

  private static @Nullable ReportedAmount amount(Json value) {
    var plain = value.number().map(number -> number.toPlainString());
    return plain.or(() -> spelling(value)).map(CallbackParser::reported).orElse(null);
  }

  /** How something that is no number looks to a person. */
  private static Optional<String> spelling(Json value) {
    if (value instanceof Json.Fields) {
      return Optional.of("{…}");
    }
    if (value instanceof Json.Items) {
      return Optional.of("[…]");
    }
    return value instanceof Json.Other other && value != Json.NOTHING
        ? Optional.of(other.word())
        : value.text();
  }

  private static ReportedAmount reported(String text) {
    return new ReportedAmount(Texts.shortened(text, 64));
  }

  private static @Nullable LocalDateTime date(String text) {
    try {
      return LocalDateTime.parse(text, text.indexOf('-') < 0 ? DARAJAS : TUTORIALS);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
