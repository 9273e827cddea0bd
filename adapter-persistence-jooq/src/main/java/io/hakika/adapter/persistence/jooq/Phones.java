package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;
import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PHONE;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;

import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.Opening;
import io.hakika.application.port.driven.PaymentStore.PhoneRules;
import io.hakika.domain.Order;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.value.Decline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Looks how often the phone of a new payment was prompted. Checkouts of one phone do so one after
 * the other, each under the lock of that phone's row until it is committed.
 */
record Phones(PaymentRows rows) {

  private static final Duration DAY = Duration.ofHours(24);

  Optional<Added> refusal(DSLContext sql, Opening opening) {
    var rules = opening.rules();
    if (!rule(rules)) {
      return Optional.empty();
    }
    var order = opening.payment().order();
    lock(sql, order);
    return limited(sql, order, rules).or(() -> prompted(sql, order, rules));
  }

  /** Whether any rule about phones is on. */
  static boolean rule(PhoneRules rules) {
    return rules.dailyPrompts() > 0 || !rules.promptWindow().isZero();
  }

  /** Two who meet a phone for the first time collide at its key; the loser tries again. */
  private void lock(DSLContext sql, Order order) {
    var phone = rows.personal().index(order.phone());
    var seen = Micros.cut(order.createdAt());
    var batch = new Batch();
    batch.any(
        insertInto(HK_PHONE, HK_PHONE.PHONE_INDEX, HK_PHONE.SEEN_AT)
            .select(
                select(val(phone, HK_PHONE.PHONE_INDEX), val(seen, HK_PHONE.SEEN_AT))
                    .where(
                        notExists(
                            selectOne().from(HK_PHONE).where(HK_PHONE.PHONE_INDEX.eq(phone))))));
    batch.one(update(HK_PHONE).set(HK_PHONE.SEEN_AT, seen).where(HK_PHONE.PHONE_INDEX.eq(phone)));
    batch.run(sql);
  }

  /** A push that was refused, or never sent, rang no phone and does not count. */
  private Optional<Added> limited(DSLContext sql, Order order, PhoneRules rules) {
    if (rules.dailyPrompts() == 0) {
      return Optional.empty();
    }
    return sql.select(HK_PAYMENT.CREATED_AT)
        .from(HK_PAYMENT)
        .where(HK_PAYMENT.PHONE_INDEX.eq(rows.personal().index(order.phone())))
        .and(HK_PAYMENT.CREATED_AT.gt(since(order, DAY)))
        .and(
            HK_PAYMENT
                .STATUS
                .ne(Words.STATUS.spell(PaymentStatus.FAILED))
                .or(
                    HK_PAYMENT.FAILURE_SOURCE.ne(
                        Words.FAILURE_SOURCE.spell(Decline.Source.SUBMISSION))))
        .orderBy(HK_PAYMENT.PHONE_INDEX.desc(), HK_PAYMENT.CREATED_AT.desc())
        .limit(1)
        .offset(rules.dailyPrompts() - 1)
        .fetchOptional(HK_PAYMENT.CREATED_AT)
        .map(oldestThatCounts -> new Added.PhoneLimited(oldestThatCounts.plus(DAY)));
  }

  private Optional<Added> prompted(DSLContext sql, Order order, PhoneRules rules) {
    var window = rules.promptWindow();
    if (window.isZero()) {
      return Optional.empty();
    }
    return sql.selectFrom(HK_PAYMENT)
        .where(HK_PAYMENT.PHONE_INDEX.eq(rows.personal().index(order.phone())))
        .and(HK_PAYMENT.CREATED_AT.gt(since(order, window)))
        .and(HK_PAYMENT.ACCOUNT.eq(order.account().value()))
        .and(
            HK_PAYMENT.STATUS.in(
                Words.STATUS.spell(PaymentStatus.PENDING),
                Words.STATUS.spell(PaymentStatus.SUBMITTED)))
        .orderBy(HK_PAYMENT.PHONE_INDEX.desc(), HK_PAYMENT.CREATED_AT.desc())
        .limit(1)
        .fetchOptional(rows.reader()::stored)
        .map(
            open -> new Added.PhonePrompted(open, open.payment().order().createdAt().plus(window)));
  }

  private static Instant since(Order order, Duration before) {
    return Micros.cut(order.createdAt()).minus(before);
  }
}
