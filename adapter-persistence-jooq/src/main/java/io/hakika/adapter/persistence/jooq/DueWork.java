package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;
import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_TALLY;
import static org.jooq.impl.DSL.update;

import io.hakika.adapter.persistence.jooq.schema.tables.records.HkPaymentRecord;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.PaymentStore.Work;
import io.hakika.domain.value.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.TableField;

/**
 * Hands out payments with due work.
 *
 * <p>A claim is an update that must still find the revision that was read: of several claimers one
 * gets the row, and whoever held it before holds an outdated revision. Nothing is locked to choose:
 * H2 would lock every row that is due, not only those that are taken.
 */
final class DueWork {

  /** Every so many turns takes the oldest. */
  private static final int OLDEST_EVERY = 4;

  private final Database database;
  private final PaymentRows rows;
  private final AtomicLong turns = new AtomicLong();

  DueWork(Database database, PaymentRows rows) {
    this.database = database;
    this.rows = rows;
  }

  List<Stored> claim(Work work, Instant now, Duration lease, int atMost) {
    var due = new Due(column(work), Micros.cut(now));
    var until = Micros.cut(now.plus(lease));
    var claimed = database.write(tx -> claim(tx, candidates(tx.sql(), due, atMost), until));
    turns.addAndGet(claimed.size());
    return claimed;
  }

  private static TableField<HkPaymentRecord, Instant> column(Work work) {
    return switch (work) {
      case PUSH -> HK_PAYMENT.PUSH_DUE;
      case RECOVERY -> HK_PAYMENT.RECOVERY_DUE;
    };
  }

  /** Of four turns three take the newest due, and one the oldest, also where each is of one. */
  private List<HkPaymentRecord> candidates(DSLContext sql, Due due, int atMost) {
    var first = turns.get();
    var oldestTurns = LongStream.range(first, first + atMost).filter(DueWork::takesOldest).count();
    var newest = new ArrayDeque<>(due.newest(sql, atMost - oldestTurns));
    var taken = newest.stream().map(HkPaymentRecord::getId).toList();
    var oldest = new ArrayDeque<>(due.oldest(sql, oldestTurns, taken));
    var inTurn = new ArrayList<HkPaymentRecord>();
    for (var turn = first; !newest.isEmpty() || !oldest.isEmpty(); turn++) {
      var from = newest.isEmpty() || takesOldest(turn) && !oldest.isEmpty() ? oldest : newest;
      inTurn.add(from.remove());
    }
    return inTurn;
  }

  private static boolean takesOldest(long turn) {
    return turn % OLDEST_EVERY == OLDEST_EVERY - 1;
  }

  private List<Stored> claim(Transaction tx, List<HkPaymentRecord> inTurn, Instant until) {
    // Locked in one order by everybody, so that claimers who chose the same rows never deadlock.
    var inOrder = inTurn.stream().sorted(Comparator.comparing(HkPaymentRecord::getId)).toList();
    var won = new HashSet<>(Claims.won(tx.sql(), inOrder, row -> claim(row, until)));
    if (won.isEmpty()) {
      tx.giveUp();
    }
    return Claims.read(inTurn.stream().filter(won::contains).toList(), this::claimed);
  }

  private static Query claim(HkPaymentRecord row, Instant until) {
    return update(HK_PAYMENT)
        .set(HK_PAYMENT.LEASE_UNTIL, until)
        .set(HK_PAYMENT.REVISION, row.getRevision() + 1)
        .where(HK_PAYMENT.ID.eq(row.getId()))
        .and(HK_PAYMENT.REVISION.eq(row.getRevision()));
  }

  private Stored claimed(HkPaymentRecord row) {
    var read = rows.reader().stored(row);
    return new Stored(read.payment(), read.version(), read.revision() + 1);
  }

  void release(Collection<PaymentId> claimed) {
    if (claimed.isEmpty()) {
      return;
    }
    var batch = new Batch();
    claimed.stream().sorted().distinct().forEach(id -> batch.one(release(id)));
    database.write(tx -> batch.run(tx.sql()));
  }

  private static Query release(PaymentId id) {
    return update(HK_PAYMENT)
        .setNull(HK_PAYMENT.LEASE_UNTIL)
        .set(HK_PAYMENT.REVISION, HK_PAYMENT.REVISION.plus(1))
        .where(HK_PAYMENT.ID.eq(id.value()));
  }

  boolean claimQuery(PaymentId id, Instant now, Duration gap) {
    var asked = Micros.cut(now);
    return database.write(
        tx -> {
          var mayAsk =
              tx.sql()
                  .update(HK_TALLY)
                  .set(HK_TALLY.ASKED_AT, asked)
                  .where(HK_TALLY.PAYMENT_ID.eq(id.value()))
                  .and(HK_TALLY.ASKED_AT.isNull().or(HK_TALLY.ASKED_AT.le(asked.minus(gap))))
                  .execute();
          if (mayAsk == 0) {
            tx.giveUp();
            mustExist(tx.sql(), id);
          }
          return mayAsk == 1;
        });
  }

  private static void mustExist(DSLContext sql, PaymentId id) {
    if (!sql.fetchExists(HK_TALLY, HK_TALLY.PAYMENT_ID.eq(id.value()))) {
      throw new IllegalStateException("no payment " + id);
    }
  }

  /** Payments whose work of one kind is due at {@code now}, and that nobody has claimed. */
  private record Due(TableField<HkPaymentRecord, Instant> column, Instant now) {

    private List<HkPaymentRecord> newest(DSLContext sql, long atMost) {
      return sql.selectFrom(HK_PAYMENT)
          .where(isFree())
          .orderBy(column.desc(), HK_PAYMENT.ID.desc())
          .limit(atMost)
          .fetch();
    }

    private List<HkPaymentRecord> oldest(DSLContext sql, long atMost, List<String> but) {
      if (atMost == 0) {
        return List.of();
      }
      return sql.selectFrom(HK_PAYMENT)
          .where(isFree())
          .and(HK_PAYMENT.ID.notIn(but))
          .orderBy(column.asc(), HK_PAYMENT.ID.asc())
          .limit(atMost)
          .fetch();
    }

    private Condition isFree() {
      return column.le(now).and(HK_PAYMENT.LEASE_UNTIL.isNull().or(HK_PAYMENT.LEASE_UNTIL.le(now)));
    }
  }
}
