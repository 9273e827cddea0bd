package io.hakika.adapter.persistence.jooq;

import io.hakika.adapter.persistence.jooq.schema.tables.records.HkPaymentRecord;
import io.hakika.domain.Facts;
import io.hakika.domain.Failed;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Order;
import io.hakika.domain.Paid;
import io.hakika.domain.Payment;
import io.hakika.domain.Pending;
import io.hakika.domain.Push;
import io.hakika.domain.QueryHistory;
import io.hakika.domain.Submitted;
import io.hakika.domain.value.Attention;

/**
 * Turns payments into rows. Counters, keys, claims and the order slot are the writer's of the row,
 * not the payment's, and are left out.
 */
final class PaymentWriter {

  private final PersonalData personal;

  PaymentWriter(PersonalData personal) {
    this.personal = personal;
  }

  HkPaymentRecord row(Payment payment) {
    var row = new HkPaymentRecord();
    writeOrder(row, payment.order());
    writeFacts(row, payment.facts());
    row.setStatus(Words.STATUS.spell(payment.status()));
    row.setPushDue(Micros.cutOrNull(payment.pushDue().orElse(null)));
    row.setRecoveryDue(Micros.cutOrNull(payment.recoveryDue().orElse(null)));
    row.setContradictionsTold("");
    return payment.match(new State(row));
  }

  private void writeOrder(HkPaymentRecord row, Order order) {
    row.setId(order.id().value());
    row.setAccount(order.account().value());
    row.setOrderId(order.orderId().value());
    row.setPhoneStored(personal.stored(order.phone()));
    row.setPhoneIndex(personal.index(order.phone()));
    row.setPhoneMask(order.phone().masked());
    row.setAmount(order.amount().value());
    row.setAccountReference(order.accountReference().value());
    row.setDescription(order.description().value());
    row.setMetadata(FlatJson.write(order.metadata().values()));
    var supersedes = order.supersedes();
    row.setSupersedes(supersedes == null ? null : supersedes.value());
    row.setCallbackToken(order.callbackToken().value());
    row.setStatusToken(order.statusToken().value());
    row.setCreatedAt(Micros.cut(order.createdAt()));
  }

  private void writeFacts(HkPaymentRecord row, Facts facts) {
    var ids = facts.ids();
    if (ids != null) {
      var checkout = ids.checkoutRequestId();
      var merchant = ids.merchantRequestId();
      row.setCheckoutStored(personal.stored(checkout));
      row.setCheckoutIndex(personal.index(checkout));
      row.setCheckoutMask(checkout.masked());
      row.setMerchantRequestId(merchant == null ? null : merchant.value());
    }
    var held = facts.receipt();
    if (held != null) {
      row.setReceipt(held.number().value());
      row.setReceiptSource(Words.RECEIPT_SOURCE.spell(held.source()));
    }
    row.setSubmittedAt(Micros.cutOrNull(facts.submittedAt()));
    row.setTransactionDate(Micros.cutOrNull(facts.transactionDate()));
    row.setQueryDue(Micros.cutOrNull(facts.queryDue()));
    writeQueries(row, facts.queries());
    writeAttention(row, facts);
  }

  private static void writeQueries(HkPaymentRecord row, QueryHistory queries) {
    var last = queries.lastClass();
    row.setQueriesTried(queries.tried());
    row.setQueriesAnswered(queries.answered());
    row.setQueriesLastAt(Micros.cutOrNull(queries.lastTriedAt()));
    row.setQueriesClass(last == null ? null : Words.QUERY_CLASS.spell(last));
    row.setQueriesSameSince(Micros.cutOrNull(queries.sameSince()));
    row.setQueriesSuccessHeard(queries.successHeard());
  }

  private static void writeAttention(HkPaymentRecord row, Facts facts) {
    for (var word : Attention.values()) {
      row.set(AttentionColumns.of(word), facts.attention().contains(word));
    }
    row.setListed(!facts.attention().isEmpty());
  }

  /** Writes what only one state has. */
  private record State(HkPaymentRecord row) implements Payment.Cases<HkPaymentRecord> {

    @Override
    public HkPaymentRecord pending(Pending payment) {
      writePush(payment.push());
      return row;
    }

    private void writePush(Push push) {
      row.setPushAttempts(push.attempts());
      if (push instanceof Push.Claimed claimed) {
        row.setPushState(PushStates.CLAIMED);
        row.setPushSince(Micros.cut(claimed.since()));
        row.setPushUntil(Micros.cut(claimed.deadAt()));
      } else if (push instanceof Push.Queued queued) {
        row.setPushState(PushStates.QUEUED);
        row.setPushUntil(Micros.cut(queued.nextAt()));
        row.setPushReason(queued.why().value());
      } else if (push instanceof Push.Unknown unknown) {
        row.setPushState(PushStates.UNKNOWN);
        row.setPushSince(Micros.cut(unknown.since()));
        row.setPushUntil(Micros.cut(unknown.reviewAt()));
      }
    }

    @Override
    public HkPaymentRecord submitted(Submitted payment) {
      return row;
    }

    @Override
    public HkPaymentRecord paid(Paid payment) {
      row.setSettledAt(Micros.cut(payment.settledAt()));
      row.setContradictionsTold(Words.CONTRADICTION.spellAll(payment.told()));
      return row;
    }

    @Override
    public HkPaymentRecord failed(Failed payment) {
      var decline = payment.decline();
      row.setSettledAt(Micros.cut(payment.settledAt()));
      row.setFailureCode(decline.code());
      row.setFailureReason(decline.reason().value());
      row.setFailureCategory(Words.CATEGORY.spell(decline.category()));
      row.setFailureSource(Words.FAILURE_SOURCE.spell(decline.source()));
      return row;
    }

    @Override
    public HkPaymentRecord needsReview(NeedsReview payment) {
      var review = payment.review();
      row.setReviewReason(Words.REVIEW_REASON.spell(review.reason()));
      row.setReviewDetail(review.detail());
      row.setReviewSince(Micros.cut(review.since()));
      return row;
    }
  }
}
