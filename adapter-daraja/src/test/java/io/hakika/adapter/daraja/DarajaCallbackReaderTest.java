package io.hakika.adapter.daraja;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hakika.application.contract.CallbackReaderContract;
import io.hakika.application.port.driven.CallbackReader;
import io.hakika.domain.StkCallback;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader, given callbacks in Daraja's format. */
class DarajaCallbackReaderTest implements CallbackReaderContract {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

  private final DarajaCallbackReader reader = new DarajaCallbackReader();

  @Override
  public CallbackReader reader() {
    return reader;
  }

  @Override
  public byte[] bytesOf(StkCallback said) {
    var merchant = said.merchantRequestId();
    var checkout = said.checkoutRequestId();
    var fields = new ArrayList<String>();
    add(fields, "\"MerchantRequestID\":\"%s\"", merchant == null ? null : merchant.value());
    add(fields, "\"CheckoutRequestID\":\"%s\"", checkout == null ? null : checkout.value());
    add(fields, "\"ResultCode\":%s", asDarajaSpells(said.resultCode()));
    add(fields, "\"ResultDesc\":\"%s\"", said.resultDesc().value());
    var items = items(said);
    add(
        fields,
        "\"CallbackMetadata\":{\"Item\":[%s]}",
        items.isEmpty() ? null : String.join(",", items));
    return ("{\"Body\":{\"stkCallback\":{" + String.join(",", fields) + "}}}").getBytes(UTF_8);
  }

  private static List<String> items(StkCallback said) {
    var items = new ArrayList<String>();
    var amount = said.amount();
    var receipt = said.receipt();
    var payer = said.payer();
    add(items, "{\"Name\":\"Amount\",\"Value\":%s}", amount == null ? null : amount.text());
    add(
        items,
        "{\"Name\":\"MpesaReceiptNumber\",\"Value\":\"%s\"}",
        receipt == null ? null : receipt.value());
    add(items, "{\"Name\":\"TransactionDate\",\"Value\":%s}", date(said.transactionDate()));
    add(items, "{\"Name\":\"PhoneNumber\",\"Value\":%s}", payer == null ? null : payer.digits());
    return items;
  }

  private static @Nullable String date(@Nullable LocalDateTime date) {
    return date == null ? null : DATE.format(date);
  }

  /** Daraja sends codes of digits as numbers, others as text. */
  private static String asDarajaSpells(String code) {
    return code.matches("-?(0|[1-9][0-9]*)") ? code : '"' + code + '"';
  }

  private static void add(List<String> all, String format, @Nullable String value) {
    if (value != null) {
      all.add(format.formatted(value));
    }
  }
}
