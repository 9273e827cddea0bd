package io.hakika.adapter.daraja.simulator;

import io.hakika.adapter.daraja.simulator.Prompt.Decision;
import io.hakika.adapter.daraja.simulator.Telling.Form;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes callbacks in Daraja's spelling, with what is usual or odd about them. */
final class CallbackBody {

  private static final DateTimeFormatter TRANSACTION_DATE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private final Prompt prompt;
  private final Decision decision;
  private final Form form;

  /**
   * A callback about {@code prompt}.
   *
   * @param decision what it says of it, its receipt included
   * @param form in which form
   */
  CallbackBody(Prompt prompt, Decision decision, Form form) {
    this.prompt = prompt;
    this.decision = decision;
    this.form = form;
  }

  String json() {
    var whole = Bodies.json(Map.of("Body", Map.of("stkCallback", callback())));
    return switch (form) {
      case BROKEN -> whole.substring(0, whole.length() / 2);
      case FOREIGN -> "{\"Body\":{\"notice\":\"this is no STK callback\"}}";
      default -> whole;
    };
  }

  private Map<String, Object> callback() {
    var outcome = saysCancelled() ? Outcome.CANCELLED : decision.outcome();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("MerchantRequestID", prompt.merchantRequestId());
    fields.put("CheckoutRequestID", checkoutRequestId());
    fields.put("ResultCode", resultCode(outcome));
    fields.put("ResultDesc", outcome.callbackText());
    if (hasItems(outcome)) {
      fields.put("CallbackMetadata", Map.of("Item", items()));
    }
    return fields;
  }

  private boolean saysCancelled() {
    return form == Form.CONTRARY || form == Form.CONTRARY_WITH_RECEIPT;
  }

  private boolean hasItems(Outcome outcome) {
    return form == Form.CONTRARY_WITH_RECEIPT || outcome == Outcome.PAID && form != Form.NO_ITEMS;
  }

  private String checkoutRequestId() {
    var id = prompt.checkoutRequestId();
    return form == Form.OTHER_REQUEST ? id.replace("ws_CO_", "ws_CO_9") : id;
  }

  private Object resultCode(Outcome outcome) {
    return form == Form.TEXTS || !outcome.numeric()
        ? outcome.code()
        : (Object) Integer.valueOf(outcome.code());
  }

  private List<Map<String, Object>> items() {
    var items = new ArrayList<Map<String, Object>>();
    items.add(item("Amount", amount()));
    if (form != Form.NO_RECEIPT) {
      items.add(item("MpesaReceiptNumber", decision.receipt()));
    }
    items.add(item("Balance", null));
    items.add(item("TransactionDate", Long.valueOf(date(decision.at()))));
    items.add(item("PhoneNumber", phone()));
    if (form == Form.TEXTS) {
      Collections.reverse(items);
    }
    return items;
  }

  private BigDecimal amount() {
    var paid = prompt.request().amount() + (form == Form.WRONG_AMOUNT ? 1 : 0);
    return BigDecimal.valueOf(paid).setScale(prompt.shows(Quirk.WHOLE_AMOUNTS) ? 0 : 2);
  }

  private Object phone() {
    var phone = prompt.request().phone();
    var masked = form == Form.MASKED || prompt.shows(Quirk.MASKED_PHONES);
    return masked ? phone.substring(0, 6) + "***" + phone.substring(9) : Long.valueOf(phone);
  }

  private Map<String, Object> item(String name, @Nullable Object value) {
    var item = new LinkedHashMap<String, Object>();
    item.put("Name", name);
    if (value != null) {
      item.put("Value", form == Form.TEXTS ? value.toString() : value);
    }
    return item;
  }

  private static String date(Instant at) {
    return TRANSACTION_DATE.format(at.atZone(Ids.EAT));
  }
}
