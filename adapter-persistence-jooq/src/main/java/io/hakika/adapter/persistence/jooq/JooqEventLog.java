package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_EVENT;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.update;

import io.hakika.adapter.persistence.jooq.schema.tables.records.HkEventRecord;
import io.hakika.application.port.driven.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;

/**
 * Keeps events in a {@link Database} until everybody was told. Safe for use by many threads and
 * processes.
 */
public final class JooqEventLog implements EventLog {

  private final Database database;
  private final EventRows rows;

  public JooqEventLog(Database database) {
    this.database = Objects.requireNonNull(database, "database");
    this.rows = new EventRows(PaymentRows.standard().personal());
  }

  @Override
  public List<Logged> claim(Instant now, Duration lease, int atMost) {
    var at = Micros.cut(now);
    return database.write(
        tx -> {
          var chosen = candidates(tx.sql(), at, atMost);
          var won = Claims.won(tx.sql(), chosen, row -> claim(row, at, at.plus(lease)));
          if (won.isEmpty()) {
            tx.giveUp();
          }
          return Claims.read(won, rows::logged);
        });
  }

  /** Of each payment only the oldest: whoever came before must be told first. */
  private static List<HkEventRecord> candidates(DSLContext sql, Instant now, int atMost) {
    var older = HK_EVENT.as("older");
    return sql.selectFrom(HK_EVENT)
        .where(isFree(now))
        .and(
            notExists(
                selectOne()
                    .from(older)
                    .where(older.PAYMENT_ID.eq(HK_EVENT.PAYMENT_ID))
                    .and(older.NUMBER.lt(HK_EVENT.NUMBER))))
        .orderBy(HK_EVENT.NUMBER)
        .limit(atMost)
        .fetch();
  }

  private static Query claim(HkEventRecord row, Instant now, Instant until) {
    return update(HK_EVENT)
        .set(HK_EVENT.DUE_AT, until)
        .where(HK_EVENT.NUMBER.eq(row.getNumber()))
        .and(HK_EVENT.ATTEMPTS.eq(row.getAttempts()))
        .and(isFree(now));
  }

  private static Condition isFree(Instant now) {
    return HK_EVENT.DUE_AT.isNull().or(HK_EVENT.DUE_AT.le(now));
  }

  @Override
  public void told(Logged event) {
    database.write(
        tx -> tx.sql().deleteFrom(HK_EVENT).where(HK_EVENT.NUMBER.eq(event.number())).execute());
  }

  @Override
  public void putOff(Logged event, Instant until) {
    database.write(
        tx ->
            tx.sql()
                .update(HK_EVENT)
                .set(HK_EVENT.DUE_AT, Micros.cut(until))
                .set(HK_EVENT.ATTEMPTS, HK_EVENT.ATTEMPTS.plus(1))
                .where(HK_EVENT.NUMBER.eq(event.number()))
                .execute());
  }
}
