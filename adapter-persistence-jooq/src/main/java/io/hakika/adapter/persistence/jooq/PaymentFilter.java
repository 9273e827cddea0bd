package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;

import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.Receipt;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which payments to list, and in which order, in SQL. */
record PaymentFilter(Filter filter, PersonalData personal) {

  Condition condition() {
    var all = new ArrayList<Condition>();
    equal(all, HK_PAYMENT.STATUS, filter.status(), Words.STATUS::spell);
    equal(all, HK_PAYMENT.ORDER_ID, filter.orderId(), OrderId::value);
    equal(all, HK_PAYMENT.PHONE_INDEX, filter.phone(), personal::index);
    equal(all, HK_PAYMENT.CHECKOUT_INDEX, filter.checkoutRequestId(), personal::index);
    equal(all, HK_PAYMENT.RECEIPT, filter.receipt(), Receipt::value);
    var attention = filter.attention();
    if (attention != null) {
      all.add(HK_PAYMENT.LISTED.eq(true).and(AttentionColumns.of(attention).eq(true)));
    }
    var accounts = filter.accounts();
    if (accounts != null) {
      all.add(HK_PAYMENT.ACCOUNT.in(accounts.stream().map(MerchantAccount::value).toList()));
    }
    all.addAll(created());
    return DSL.and(all);
  }

  private static <V> void equal(
      List<Condition> all, Field<String> column, @Nullable V wanted, Function<V, String> spelling) {
    if (wanted != null) {
      all.add(column.eq(spelling.apply(wanted)));
    }
  }

  /** Stored instants have no part below a microsecond: an end within one includes all of it. */
  private List<Condition> created() {
    var bounds = new ArrayList<Condition>();
    if (filter.from() != null) {
      bounds.add(HK_PAYMENT.CREATED_AT.ge(roundedUp(filter.from())));
    }
    if (filter.to() != null) {
      bounds.add(HK_PAYMENT.CREATED_AT.lt(roundedUp(filter.to())));
    }
    return bounds;
  }

  private static Instant roundedUp(Instant bound) {
    var cut = Micros.cut(bound);
    return cut.equals(bound) ? cut : cut.plus(1, ChronoUnit.MICROS);
  }

  /**
   * Newest first. It begins with a column that is the same on every row of the list, because H2
   * reads an index in order, rather than sort, only where the order names all its columns.
   */
  List<OrderField<?>> order() {
    var order = new ArrayList<OrderField<?>>();
    var same = sameOnEveryRow();
    if (same != null) {
      order.add(same.desc());
    }
    order.add(HK_PAYMENT.CREATED_AT.desc());
    order.add(HK_PAYMENT.ID.desc());
    return order;
  }

  private @Nullable Field<?> sameOnEveryRow() {
    if (filter.phone() != null) {
      return HK_PAYMENT.PHONE_INDEX;
    }
    if (filter.attention() != null) {
      return HK_PAYMENT.LISTED;
    }
    if (filter.status() != null) {
      return HK_PAYMENT.STATUS;
    }
    var accounts = filter.accounts();
    return accounts != null && accounts.size() == 1 ? HK_PAYMENT.ACCOUNT : null;
  }
}
