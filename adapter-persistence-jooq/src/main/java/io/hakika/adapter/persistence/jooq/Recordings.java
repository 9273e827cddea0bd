package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_EVENT;
import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_KEPT_CALLBACK;
import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;
import static org.jooq.impl.DSL.deleteFrom;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.update;

import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.domain.Payment;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/**
 * Writes what became of payments: one batch, one commit. Rows are always locked in one order (a
 * kept callback, the payment, others of its order, the tally), so that writers seldom deadlock.
 */
final class Recordings {

  private static final int MOST_ROUNDS = 5;

  private final Database database;
  private final PaymentWriter writer;
  private final EventRows events;
  private final Clashes clashes;

  Recordings(Database database, PaymentRows rows) {
    this.database = database;
    this.writer = rows.writer();
    this.events = new EventRows(rows.personal());
    this.clashes = new Clashes(rows.personal());
  }

  Recorded record(Recording recording) {
    List<Query> before = List.of();
    for (var round = 1; ; round++) {
      var first = before;
      try {
        return database.write(tx -> write(tx, recording, first));
      } catch (DatabaseFault fault) {
        if (!fault.isUniqueViolation()) {
          throw fault;
        }
        var clash = database.read(sql -> clashes.of(sql, recording.verdict().now()));
        if (clash.refusal() != null) {
          return clash.refusal();
        }
        if (round == MOST_ROUNDS) {
          throw fault;
        }
        before = clash.remedy();
      }
    }
  }

  private Recorded write(Transaction tx, Recording recording, List<Query> before) {
    var batch = new Batch();
    var settled = settle(recording, batch);
    before.forEach(batch::any);
    var updated = writePayment(recording, batch);
    new History(recording.was().payment().id(), batch).write(recording.entries());
    writeEvents(recording, batch);
    var outcome = batch.run(tx.sql());
    if (outcome.missed(settled)) {
      tx.giveUp();
      return Recorded.SETTLED_BEFORE;
    }
    if (outcome.missed(updated)) {
      tx.giveUp();
      return Recorded.OVERTAKEN;
    }
    return Recorded.WRITTEN;
  }

  private static @Nullable Integer settle(Recording recording, Batch batch) {
    var kept = recording.settles();
    return kept == null
        ? null
        : batch.oneOrNone(
            deleteFrom(HK_KEPT_CALLBACK).where(HK_KEPT_CALLBACK.NUMBER.eq(kept.number())));
  }

  private @Nullable Integer writePayment(Recording recording, Batch batch) {
    var verdict = recording.verdict();
    if (verdict instanceof Verdict.Ignored) {
      return null;
    }
    var was = recording.was();
    var place =
        batch.oneOrNone(
            update(HK_PAYMENT)
                .set(changes(was, verdict))
                .where(HK_PAYMENT.ID.eq(was.payment().id().value()))
                .and(HK_PAYMENT.REVISION.eq(was.revision())));
    if (verdict instanceof Verdict.Moved && Money.moved(verdict.now())) {
      Money.listIfPaidTwice(was.payment(), verdict.now(), batch);
    }
    return place;
  }

  /**
   * Only what changed is written: words for a person that others put on the payment meanwhile stay,
   * though its revision does not tell of them.
   */
  private Map<Field<?>, Object> changes(Stored was, Verdict verdict) {
    var changes = differences(was.payment(), verdict.now());
    changes.put(HK_PAYMENT.REVISION, was.revision() + 1);
    changes.put(HK_PAYMENT.VERSION, version(was, verdict));
    changes.put(HK_PAYMENT.LEASE_UNTIL, null);
    // Others may have put a word on it, so it is never taken off the list.
    changes.remove(HK_PAYMENT.LISTED, false);
    if (verdict.now().status() == PaymentStatus.FAILED) {
      changes.put(HK_PAYMENT.ACTIVE_ORDER, null);
    }
    return changes;
  }

  private Map<Field<?>, Object> differences(Payment was, Payment now) {
    var before = writer.row(was);
    var after = writer.row(now);
    var differing = new HashMap<Field<?>, Object>();
    for (var field : HK_PAYMENT.fields()) {
      if (!Objects.equals(before.get(field), after.get(field))) {
        differing.put(field, after.get(field));
      }
    }
    return differing;
  }

  private void writeEvents(Recording recording, Batch batch) {
    var version = version(recording.was(), recording.verdict());
    for (var event : recording.verdict().events()) {
      batch.one(insertInto(HK_EVENT).set(events.row(event, version)));
    }
  }

  private static int version(Stored was, Verdict verdict) {
    return was.version() + (verdict instanceof Verdict.Moved ? 1 : 0);
  }
}
