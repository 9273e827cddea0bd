package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;

import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.IdempotencyKey;
import io.hakika.application.port.driven.PaymentStore.Opening;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.domain.Order;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.value.PaymentId;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Finds out what stands against an opening, but for its phone: the first of several. */
record Refusals(PaymentRows rows) {

  Optional<Added> of(DSLContext sql, Opening opening) {
    var order = opening.payment().order();
    return keyTaken(sql, opening)
        .or(() -> orderTaken(sql, order))
        .or(() -> nothingToSupersede(sql, order));
  }

  private Optional<Added> keyTaken(DSLContext sql, Opening opening) {
    return Optional.ofNullable(opening.key())
        .flatMap(key -> rows.find(sql, isOpenedWith(key)))
        .map(Added.KeyTaken::new);
  }

  private static Condition isOpenedWith(IdempotencyKey key) {
    return HK_PAYMENT.CLIENT.eq(key.client()).and(HK_PAYMENT.IDEMPOTENCY_KEY.eq(key.key()));
  }

  private Optional<Added> orderTaken(DSLContext sql, Order order) {
    var holds =
        HK_PAYMENT
            .ACCOUNT
            .eq(order.account().value())
            .and(HK_PAYMENT.ACTIVE_ORDER.eq(order.orderId().value()));
    Optional<Stored> holder = rows.find(sql, holds);
    return holder
        .filter(held -> !held.payment().id().equals(order.supersedes()) || !replaces(sql, order))
        .map(Added.OrderTaken::new);
  }

  private Optional<Added> nothingToSupersede(DSLContext sql, Order order) {
    return order.supersedes() == null || replaces(sql, order)
        ? Optional.empty()
        : Optional.of(new Added.NothingToSupersede());
  }

  private static boolean replaces(DSLContext sql, Order order) {
    var replaced = order.supersedes();
    return replaced != null && sql.fetchExists(HK_PAYMENT, maySupersede(replaced, order));
  }

  /** Stuck payments of the same order: in review, or with a push of which nobody knows. */
  static Condition maySupersede(PaymentId replaced, Order by) {
    var stuck =
        HK_PAYMENT
            .STATUS
            .eq(Words.STATUS.spell(PaymentStatus.NEEDS_REVIEW))
            .or(HK_PAYMENT.PUSH_STATE.eq(PushStates.UNKNOWN));
    return HK_PAYMENT
        .ID
        .eq(replaced.value())
        .and(HK_PAYMENT.ACCOUNT.eq(by.account().value()))
        .and(HK_PAYMENT.ORDER_ID.eq(by.orderId().value()))
        .and(stuck);
  }
}
