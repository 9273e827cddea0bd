package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.domain.HeldReceipt;
import io.hakika.domain.Payment;
import io.hakika.domain.PaymentStatus;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which of a payment's names another payment holds, after a unique key said that one
 * does. Asking who holds it, rather than reading the database's message, works on any database.
 */
record Clashes(PersonalData personal) {

  private static final String TYPED = Words.RECEIPT_SOURCE.spell(HeldReceipt.Source.OPERATOR);

  /** What stands against {@code now}, or what to do about it. */
  Clash of(DSLContext sql, Payment now) {
    var ids = now.facts().ids();
    if (ids != null) {
      var sameName = HK_PAYMENT.CHECKOUT_INDEX.eq(personal.index(ids.checkoutRequestId()));
      if (sql.fetchExists(HK_PAYMENT, sameName.and(isNot(now)))) {
        return Clash.refused(Recorded.REQUEST_ID_TAKEN);
      }
    }
    var held = now.facts().receipt();
    return held == null ? Clash.GONE : ofReceipt(sql, now, held);
  }

  private static Clash ofReceipt(DSLContext sql, Payment now, HeldReceipt held) {
    var holds = HK_PAYMENT.RECEIPT.eq(held.number().value()).and(isNot(now));
    var source =
        sql.select(HK_PAYMENT.RECEIPT_SOURCE).from(HK_PAYMENT).where(holds).fetchOptional();
    if (source.isEmpty()) {
      return Clash.GONE;
    }
    var yields =
        held.source() == HeldReceipt.Source.CALLBACK && TYPED.equals(source.get().value1());
    return yields
        ? new Clash(null, List.of(takeReceipt(holds)))
        : Clash.refused(Recorded.RECEIPT_TAKEN);
  }

  /** Takes a typed receipt from whoever holds it, and lists that payment for a person. */
  private static Query takeReceipt(Condition holds) {
    var paid = HK_PAYMENT.STATUS.eq(Words.STATUS.spell(PaymentStatus.PAID));
    return update(HK_PAYMENT)
        .setNull(HK_PAYMENT.RECEIPT)
        .setNull(HK_PAYMENT.RECEIPT_SOURCE)
        .set(HK_PAYMENT.CONTRADICTED, true)
        .set(HK_PAYMENT.LISTED, true)
        .set(
            HK_PAYMENT.RECEIPT_MISSING, when(paid, val(true)).otherwise(HK_PAYMENT.RECEIPT_MISSING))
        .set(HK_PAYMENT.REVISION, HK_PAYMENT.REVISION.plus(1))
        .where(holds)
        .and(HK_PAYMENT.RECEIPT_SOURCE.eq(TYPED));
  }

  private static Condition isNot(Payment payment) {
    return HK_PAYMENT.ID.ne(payment.id().value());
  }

  /**
   * What a unique key's refusal comes to.
   *
   * @param refusal what to answer; null: try again
   * @param remedy what to do first in the next try
   */
  record Clash(@Nullable Recorded refusal, List<Query> remedy) {

    /** Whoever held it holds it no longer. */
    static final Clash GONE = new Clash(null, List.of());

    static Clash refused(Recorded refusal) {
      return new Clash(refusal, List.of());
    }
  }
}
