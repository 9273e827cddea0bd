package io.hakika.application;

import io.hakika.domain.Order;
import io.hakika.domain.StkCallback;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.ReportedAmount;
import io.hakika.domain.value.RequestIds;
import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Daraja may call back about one push. */
record Callbacks(Order order, RequestIds names) {

  /** The receipt that this push's success brings, unless another is named. */
  Receipt receipt() {
    return new Receipt(String.format(Locale.ROOT, "UK%08X", order.id().hashCode()));
  }

  StkCallback success() {
    return success(receipt());
  }

  StkCallback success(Receipt receipt) {
    return said("0", Long.toString(order.amount().value()), receipt);
  }

  StkCallback bareSuccess() {
    return said("0", Long.toString(order.amount().value()), null);
  }

  StkCallback successOf(String amount) {
    return said("0", amount, receipt());
  }

  StkCallback cancelled() {
    return said("1032", null, null);
  }

  StkCallback noOutcome() {
    return said("4999", null, null);
  }

  /** A success that names another push. */
  StkCallback ofAnotherPush() {
    var another = new CheckoutRequestId("ws_CO_24112026999999999000000000");
    return new Callbacks(order, new RequestIds(another, null)).success();
  }

  private StkCallback said(String code, @Nullable String amount, @Nullable Receipt receipt) {
    return new StkCallback(
        names.checkoutRequestId(),
        names.merchantRequestId(),
        code,
        new ProviderText("result " + code),
        switch (code) {
          case "0" -> StkCallback.Outcome.SUCCESS;
          case "4999" -> StkCallback.Outcome.NO_OUTCOME;
          default -> StkCallback.Outcome.FAILURE;
        },
        FailureCategory.CANCELLED,
        amount == null ? null : new ReportedAmount(amount),
        receipt,
        receipt == null ? null : LocalDateTime.parse("2026-11-24T12:00:09"),
        null);
  }
}
