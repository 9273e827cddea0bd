package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.update;

import io.hakika.adapter.persistence.jooq.schema.tables.records.HkPaymentRecord;
import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.Opening;
import io.hakika.domain.value.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * Writes new payments. The unique keys decide who gets a key or an order: whoever is refused by one
 * looks afterwards for whom it was refused. Only phones are looked at before, under their lock.
 */
final class Openings {

  /** Whoever is refused by a row that is gone a moment later tries again, but not for ever. */
  private static final int MOST_ROUNDS = 10;

  private final Database database;
  private final PaymentRows rows;
  private final Refusals refusals;
  private final Phones phones;
  private final PhoneTurns turns = new PhoneTurns();

  Openings(Database database, PaymentRows rows) {
    this.database = database;
    this.rows = rows;
    this.refusals = new Refusals(rows);
    this.phones = new Phones(rows);
  }

  Added add(Opening opening) {
    var added = decide(opening);
    if (!(added instanceof Added.Opened)) {
      // Whoever is refused is told of another payment, which may be committed but not yet on disk.
      database.awaitDurable();
    }
    return added;
  }

  private Added decide(Opening opening) {
    for (var round = 1; ; round++) {
      try {
        return write(opening);
      } catch (DatabaseFault fault) {
        if (!fault.isUniqueViolation()) {
          throw fault;
        }
        var refusal = database.read(sql -> refusals.of(sql, opening));
        if (refusal.isPresent()) {
          return refusal.get();
        }
        if (round == MOST_ROUNDS) {
          throw fault;
        }
      }
    }
  }

  private Added write(Opening opening) {
    return Phones.rule(opening.rules())
        ? turns.inTurn(
            opening.payment().order().phone().digits(),
            () -> database.write(tx -> open(tx, opening)))
        : database.write(tx -> open(tx, opening));
  }

  private Added open(Transaction tx, Opening opening) {
    var limited = phones.refusal(tx.sql(), opening);
    if (limited.isPresent()) {
      tx.giveUp();
      return refusals.of(tx.sql(), opening).orElse(limited.get());
    }
    return insert(tx, opening);
  }

  private Added insert(Transaction tx, Opening opening) {
    var payment = opening.payment();
    var row = row(opening);
    var batch = new Batch();
    var superseded = supersede(opening, batch);
    batch.one(insertInto(HK_PAYMENT).set(row));
    var history = new History(payment.id(), batch);
    history.begin();
    history.write(opening.entries());
    var outcome = batch.run(tx.sql());
    if (outcome.missed(superseded)) {
      tx.giveUp();
      return new Added.NothingToSupersede();
    }
    return new Added.Opened(rows.reader().stored(row));
  }

  /** Takes the order from the payment that the new one replaces. */
  private static @Nullable Integer supersede(Opening opening, Batch batch) {
    var order = opening.payment().order();
    PaymentId replaced = order.supersedes();
    if (replaced == null) {
      return null;
    }
    return batch.oneOrNone(
        update(HK_PAYMENT)
            .setNull(HK_PAYMENT.ACTIVE_ORDER)
            .set(HK_PAYMENT.REVISION, HK_PAYMENT.REVISION.plus(1))
            .where(Refusals.maySupersede(replaced, order)));
  }

  private HkPaymentRecord row(Opening opening) {
    var row = rows.writer().row(opening.payment());
    row.setActiveOrder(row.getOrderId());
    var key = opening.key();
    if (key != null) {
      row.setClient(key.client());
      row.setIdempotencyKey(key.key());
    }
    row.setVersion(1);
    row.setRevision(1L);
    return row;
  }
}
