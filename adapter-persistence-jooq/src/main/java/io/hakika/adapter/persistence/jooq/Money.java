package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.hakika.adapter.persistence.jooq.schema.tables.HkPayment;
import io.hakika.domain.Failed;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Paid;
import io.hakika.domain.Payment;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.value.Review;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** Finds out whether money moved for one order more than once, or may, and lists the payments. */
final class Money {

  /** Reasons for review that speak of money that moved. */
  private static final List<Review.Reason> SPEAK_OF_MONEY =
      List.of(
          Review.Reason.PAID_WITHOUT_RECEIPT,
          Review.Reason.AMOUNT_MISMATCH,
          Review.Reason.CONTRADICTORY);

  private Money() {}

  /** Whether money moved for {@code payment}, or may have. */
  static boolean moved(Payment payment) {
    return payment instanceof Paid
        || payment instanceof NeedsReview waiting
            && (payment.facts().receipt() != null
                || SPEAK_OF_MONEY.contains(waiting.review().reason()));
  }

  /** The same question, asked of a row. */
  private static Condition moved(HkPayment row) {
    var reasons = SPEAK_OF_MONEY.stream().map(Words.REVIEW_REASON::spell).toList();
    return row.STATUS
        .eq(Words.STATUS.spell(PaymentStatus.PAID))
        .or(
            row.STATUS
                .eq(Words.STATUS.spell(PaymentStatus.NEEDS_REVIEW))
                .and(row.RECEIPT.isNotNull().or(row.REVIEW_REASON.in(reasons))));
  }

  /**
   * Lists {@code payment}, for which money just moved, and each other payment of its order for
   * which it moved too. After {@code was} had failed, the order may have gone on to a newer payment
   * whose money may follow: that one is listed as well.
   *
   * <p>The first statement writes the others' rows even where it changes nothing: so two payments
   * of one order that are paid at once meet at each other's row, and the later sees the earlier.
   */
  static void listIfPaidTwice(Payment was, Payment payment, Batch batch) {
    var listed = rivalOf(was, HK_PAYMENT);
    batch.any(
        update(HK_PAYMENT)
            .set(HK_PAYMENT.ORDER_PAID_TWICE, trueIf(listed, HK_PAYMENT.ORDER_PAID_TWICE))
            .set(HK_PAYMENT.LISTED, trueIf(listed, HK_PAYMENT.LISTED))
            .where(isOtherOf(HK_PAYMENT, payment)));
    var other = HK_PAYMENT.as("other");
    batch.any(
        update(HK_PAYMENT)
            .set(HK_PAYMENT.ORDER_PAID_TWICE, true)
            .set(HK_PAYMENT.LISTED, true)
            .where(HK_PAYMENT.ID.eq(payment.id().value()))
            .and(
                exists(
                    selectOne()
                        .from(other)
                        .where(isOtherOf(other, payment))
                        .and(rivalOf(was, other)))));
  }

  private static Condition rivalOf(Payment was, HkPayment row) {
    return was instanceof Failed ? moved(row).or(row.ACTIVE_ORDER.isNotNull()) : moved(row);
  }

  private static Field<Boolean> trueIf(Condition condition, Field<Boolean> otherwise) {
    return when(condition, val(true)).otherwise(otherwise);
  }

  private static Condition isOtherOf(HkPayment row, Payment payment) {
    var order = payment.order();
    return row.ORDER_ID
        .eq(order.orderId().value())
        .and(row.ACCOUNT.eq(order.account().value()))
        .and(row.ID.ne(order.id().value()));
  }
}
