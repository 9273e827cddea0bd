package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_ENTRY;
import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;
import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_TALLY;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.hakika.application.port.driven.PaymentQueries;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.domain.value.PaymentId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;

/** Reads payments from a {@link Database}. Safe for use by many threads. */
public final class JooqPaymentQueries implements PaymentQueries {

  private static final Cursor PAYMENTS = new Cursor("payments");

  private final Database database;
  private final PersonalData personal;
  private final DetailRows details;

  public JooqPaymentQueries(Database database) {
    var rows = PaymentRows.standard();
    this.database = Objects.requireNonNull(database, "database");
    this.personal = rows.personal();
    this.details = new DetailRows(rows.reader());
  }

  @Override
  public Optional<Details> details(PaymentId id) {
    return database.read(
        sql -> select(sql).where(HK_PAYMENT.ID.eq(id.value())).fetchOptional(details::details));
  }

  @Override
  public Page<Details> list(Filter filter, int limit, @Nullable String cursor) {
    var wanted = new PaymentFilter(filter, personal);
    var after = cursor == null ? noCondition() : after(PAYMENTS.read(cursor));
    var found =
        database.read(
            sql ->
                select(sql)
                    .where(wanted.condition())
                    .and(after)
                    .orderBy(wanted.order())
                    .limit(limit + 1)
                    .fetch(details::details));
    return page(found, limit, last -> PAYMENTS.at(place(last)));
  }

  private static SelectOnConditionStep<Record> select(DSLContext sql) {
    return sql.select(HK_PAYMENT.fields())
        .select(DetailRows.COUNTED)
        .from(HK_PAYMENT)
        .join(HK_TALLY)
        .on(HK_TALLY.PAYMENT_ID.eq(HK_PAYMENT.ID));
  }

  private static Condition after(Cursor.Place place) {
    var at = Instant.EPOCH.plus(place.number(), ChronoUnit.MICROS);
    return row(HK_PAYMENT.CREATED_AT, HK_PAYMENT.ID)
        .lt(val(at, HK_PAYMENT.CREATED_AT), val(place.name(), HK_PAYMENT.ID));
  }

  private static Cursor.Place place(Details last) {
    var order = last.payment().order();
    var micros = ChronoUnit.MICROS.between(Instant.EPOCH, order.createdAt());
    return new Cursor.Place(micros, order.id().value());
  }

  @Override
  public Page<Entry> timeline(PaymentId id, int limit, @Nullable String cursor) {
    var cursors = new Cursor("history of " + id);
    var after = cursor == null ? 0 : cursors.read(cursor).number();
    var found =
        database.read(
            sql ->
                sql.selectFrom(HK_ENTRY)
                    .where(HK_ENTRY.PAYMENT_ID.eq(id.value()))
                    .and(HK_ENTRY.LINE.gt(after))
                    .orderBy(HK_ENTRY.PAYMENT_ID, HK_ENTRY.LINE)
                    .limit(limit + 1)
                    .fetch());
    var lines = page(found, limit, last -> cursors.at(new Cursor.Place(last.getLine(), "")));
    return new Page<>(lines.data().stream().map(EntryRows::entry).toList(), lines.nextCursor());
  }

  /** One row more than a page holds was asked for: it tells whether there is a next page. */
  private static <T> Page<T> page(List<T> found, int limit, Function<T, String> cursor) {
    if (found.size() <= limit) {
      return new Page<>(found, null);
    }
    var data = found.subList(0, limit);
    return new Page<>(data, cursor.apply(data.get(limit - 1)));
  }
}
