package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_KEPT_CALLBACK;
import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;

import io.hakika.adapter.persistence.jooq.schema.tables.records.HkKeptCallbackRecord;
import io.hakika.application.port.driven.PaymentStore.Arrival;
import io.hakika.application.port.driven.PaymentStore.Kept;
import io.hakika.domain.value.CallbackToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;

/** Keeps callbacks that cannot be weighed when they come. */
final class KeptCallbacks {

  private final Database database;

  KeptCallbacks(Database database) {
    this.database = database;
  }

  void keep(Arrival arrival) {
    var row = new HkKeptCallbackRecord();
    row.setToken(arrival.token().value());
    row.setBody(arrival.body());
    row.setRefused(arrival.refused());
    row.setAt(Micros.cut(arrival.at()));
    row.setOrphan(false);
    database.write(tx -> tx.sql().insertInto(HK_KEPT_CALLBACK).set(row).execute());
  }

  /** Those who come at once may each see room for one: the limit bounds a flood, it is no quota. */
  boolean keepOrphan(Arrival arrival, Instant since, int atMost) {
    return database.write(
        tx -> {
          var kept = insertOrphan(tx.sql(), arrival, Micros.cut(since), atMost);
          if (kept == 0) {
            tx.giveUp();
          }
          return kept == 1;
        });
  }

  private static int insertOrphan(DSLContext sql, Arrival arrival, Instant since, int atMost) {
    var before =
        select(count())
            .from(HK_KEPT_CALLBACK)
            .where(HK_KEPT_CALLBACK.ORPHAN.isTrue())
            .and(HK_KEPT_CALLBACK.AT.ge(since));
    return sql.insertInto(
            HK_KEPT_CALLBACK,
            HK_KEPT_CALLBACK.TOKEN,
            HK_KEPT_CALLBACK.BODY,
            HK_KEPT_CALLBACK.REFUSED,
            HK_KEPT_CALLBACK.AT,
            HK_KEPT_CALLBACK.ORPHAN)
        .select(
            select(
                    val(arrival.token().value(), HK_KEPT_CALLBACK.TOKEN),
                    val(arrival.body(), HK_KEPT_CALLBACK.BODY),
                    val(arrival.refused(), HK_KEPT_CALLBACK.REFUSED),
                    val(Micros.cut(arrival.at()), HK_KEPT_CALLBACK.AT),
                    val(true, HK_KEPT_CALLBACK.ORPHAN))
                .where(field(before).lt(atMost)))
        .execute();
  }

  List<Kept> claim(Instant now, Duration lease, int atMost) {
    var at = Micros.cut(now);
    return database.write(
        tx -> {
          var chosen = candidates(tx.sql(), at, atMost);
          var won = Claims.won(tx.sql(), chosen, row -> claim(row, at, at.plus(lease)));
          if (won.isEmpty()) {
            tx.giveUp();
          }
          return won.stream().map(KeptCallbacks::kept).toList();
        });
  }

  private static List<HkKeptCallbackRecord> candidates(DSLContext sql, Instant now, int atMost) {
    return sql.selectFrom(HK_KEPT_CALLBACK)
        .where(isFree(now))
        .and(
            exists(
                selectOne()
                    .from(HK_PAYMENT)
                    .where(HK_PAYMENT.CALLBACK_TOKEN.eq(HK_KEPT_CALLBACK.TOKEN))))
        .orderBy(HK_KEPT_CALLBACK.NUMBER)
        .limit(atMost)
        .fetch();
  }

  private static Query claim(HkKeptCallbackRecord row, Instant now, Instant until) {
    return update(HK_KEPT_CALLBACK)
        .set(HK_KEPT_CALLBACK.DUE_AT, until)
        .where(HK_KEPT_CALLBACK.NUMBER.eq(row.getNumber()))
        .and(isFree(now));
  }

  private static Condition isFree(Instant now) {
    return HK_KEPT_CALLBACK.DUE_AT.isNull().or(HK_KEPT_CALLBACK.DUE_AT.le(now));
  }

  private static Kept kept(HkKeptCallbackRecord row) {
    return new Kept(
        row.getNumber(),
        new Arrival(
            new CallbackToken(row.getToken()), row.getBody(), row.getRefused(), row.getAt()));
  }
}
