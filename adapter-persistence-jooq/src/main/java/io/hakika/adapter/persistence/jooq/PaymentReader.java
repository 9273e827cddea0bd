package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;

import io.hakika.adapter.persistence.jooq.schema.tables.records.HkPaymentRecord;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.domain.Facts;
import io.hakika.domain.Failed;
import io.hakika.domain.HeldReceipt;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Order;
import io.hakika.domain.Paid;
import io.hakika.domain.Payment;
import io.hakika.domain.Pending;
import io.hakika.domain.Push;
import io.hakika.domain.QueryHistory;
import io.hakika.domain.Submitted;
import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.Metadata;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.RequestIds;
import io.hakika.domain.value.Review;
import io.hakika.domain.value.Shillings;
import io.hakika.domain.value.StatusToken;
import io.hakika.domain.value.TransactionDesc;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns rows into payments: the inverse of {@link PaymentWriter}. */
final class PaymentReader {

  private final PersonalData personal;

  PaymentReader(PersonalData personal) {
    this.personal = personal;
  }

  Stored stored(HkPaymentRecord row) {
    return new Stored(payment(row), row.getVersion(), row.getRevision());
  }

  Payment payment(HkPaymentRecord row) {
    var cells = new Cells(row, row.getId());
    var order = order(cells);
    var facts = facts(cells);
    return switch (cells.need(HK_PAYMENT.STATUS, Words.STATUS::read)) {
      case PENDING -> new Pending(order, facts, push(cells));
      case SUBMITTED -> new Submitted(order, facts);
      case PAID ->
          new Paid(
              order,
              facts,
              cells.need(HK_PAYMENT.SETTLED_AT),
              cells.need(HK_PAYMENT.CONTRADICTIONS_TOLD, Words.CONTRADICTION::readAll));
      case FAILED -> new Failed(order, facts, decline(cells), cells.need(HK_PAYMENT.SETTLED_AT));
      case NEEDS_REVIEW -> new NeedsReview(order, facts, review(cells));
    };
  }

  private Order order(Cells cells) {
    return new Order(
        cells.need(HK_PAYMENT.ID, PaymentId::new),
        cells.need(HK_PAYMENT.ORDER_ID, OrderId::new),
        cells.need(HK_PAYMENT.ACCOUNT, MerchantAccount::new),
        cells.need(HK_PAYMENT.PHONE_STORED, personal::phone),
        cells.need(HK_PAYMENT.AMOUNT, Shillings::new),
        cells.need(HK_PAYMENT.ACCOUNT_REFERENCE, AccountReference::new),
        cells.need(HK_PAYMENT.DESCRIPTION, TransactionDesc::new),
        cells.need(HK_PAYMENT.METADATA, json -> new Metadata(FlatJson.read(json))),
        cells.maybe(HK_PAYMENT.SUPERSEDES, PaymentId::new),
        cells.need(HK_PAYMENT.CALLBACK_TOKEN, CallbackToken::new),
        cells.need(HK_PAYMENT.STATUS_TOKEN, StatusToken::new),
        cells.need(HK_PAYMENT.CREATED_AT));
  }

  private Facts facts(Cells cells) {
    return new Facts(
        ids(cells),
        cells.maybe(HK_PAYMENT.SUBMITTED_AT, Function.identity()),
        receipt(cells),
        cells.maybe(HK_PAYMENT.TRANSACTION_DATE, Function.identity()),
        queries(cells),
        cells.maybe(HK_PAYMENT.QUERY_DUE, Function.identity()),
        attention(cells));
  }

  private @Nullable RequestIds ids(Cells cells) {
    var checkout = cells.maybe(HK_PAYMENT.CHECKOUT_STORED, personal::checkoutRequestId);
    return checkout == null
        ? null
        : new RequestIds(
            checkout, cells.maybe(HK_PAYMENT.MERCHANT_REQUEST_ID, MerchantRequestId::new));
  }

  private static @Nullable HeldReceipt receipt(Cells cells) {
    var number = cells.maybe(HK_PAYMENT.RECEIPT, Receipt::new);
    return number == null
        ? null
        : new HeldReceipt(
            number, cells.need(HK_PAYMENT.RECEIPT_SOURCE, Words.RECEIPT_SOURCE::read));
  }

  private static QueryHistory queries(Cells cells) {
    return new QueryHistory(
        cells.need(HK_PAYMENT.QUERIES_TRIED),
        cells.need(HK_PAYMENT.QUERIES_ANSWERED),
        cells.maybe(HK_PAYMENT.QUERIES_LAST_AT, Function.identity()),
        cells.maybe(HK_PAYMENT.QUERIES_CLASS, Words.QUERY_CLASS::read),
        cells.maybe(HK_PAYMENT.QUERIES_SAME_SINCE, Function.identity()),
        cells.need(HK_PAYMENT.QUERIES_SUCCESS_HEARD));
  }

  private static Set<Attention> attention(Cells cells) {
    var words = EnumSet.noneOf(Attention.class);
    for (var word : Attention.values()) {
      if (cells.need(AttentionColumns.of(word))) {
        words.add(word);
      }
    }
    return words;
  }

  private static Push push(Cells cells) {
    var attempts = cells.need(HK_PAYMENT.PUSH_ATTEMPTS);
    var until = cells.need(HK_PAYMENT.PUSH_UNTIL);
    return cells.need(
        HK_PAYMENT.PUSH_STATE,
        state ->
            switch (state) {
              case PushStates.CLAIMED ->
                  new Push.Claimed(attempts, cells.need(HK_PAYMENT.PUSH_SINCE), until);
              case PushStates.QUEUED ->
                  new Push.Queued(
                      attempts, until, cells.need(HK_PAYMENT.PUSH_REASON, ProviderText::new));
              case PushStates.UNKNOWN ->
                  new Push.Unknown(attempts, cells.need(HK_PAYMENT.PUSH_SINCE), until);
              default -> throw new IllegalArgumentException("\"" + state + "\" is no push state");
            });
  }

  private static Decline decline(Cells cells) {
    return new Decline(
        cells.need(HK_PAYMENT.FAILURE_CODE),
        cells.need(HK_PAYMENT.FAILURE_REASON, ProviderText::new),
        cells.need(HK_PAYMENT.FAILURE_CATEGORY, Words.CATEGORY::read),
        cells.need(HK_PAYMENT.FAILURE_SOURCE, Words.FAILURE_SOURCE::read));
  }

  private static Review review(Cells cells) {
    return new Review(
        cells.need(HK_PAYMENT.REVIEW_REASON, Words.REVIEW_REASON::read),
        cells.need(HK_PAYMENT.REVIEW_DETAIL),
        cells.need(HK_PAYMENT.REVIEW_SINCE));
  }
}
