package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_ENTRY;
import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;

import io.hakika.application.port.driven.PaymentStore;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps payments in a {@link Database}. Safe for use by many threads and processes. */
public final class JooqPaymentStore implements PaymentStore {

  private final Database database;
  private final PaymentRows rows;
  private final Openings openings;
  private final Recordings recordings;
  private final DueWork dueWork;
  private final KeptCallbacks keptCallbacks;

  public JooqPaymentStore(Database database) {
    this.database = Objects.requireNonNull(database, "database");
    this.rows = PaymentRows.standard();
    this.openings = new Openings(database, rows);
    this.recordings = new Recordings(database, rows);
    this.dueWork = new DueWork(database, rows);
    this.keptCallbacks = new KeptCallbacks(database);
  }

  @Override
  public Added add(Opening opening) {
    return openings.add(opening);
  }

  @Override
  public Optional<Stored> find(PaymentId id) {
    return database.read(sql -> rows.find(sql, HK_PAYMENT.ID.eq(id.value())));
  }

  @Override
  public Optional<Stored> findByToken(CallbackToken token) {
    return database.read(sql -> rows.find(sql, HK_PAYMENT.CALLBACK_TOKEN.eq(token.value())));
  }

  @Override
  public Recorded record(Recording recording) {
    return recordings.record(recording);
  }

  @Override
  public Optional<Entry> lastResolution(PaymentId id) {
    return database.read(
        sql ->
            sql.selectFrom(HK_ENTRY)
                .where(HK_ENTRY.PAYMENT_ID.eq(id.value()))
                .and(HK_ENTRY.KIND.eq(Words.ENTRY_KIND.spell(EntryKind.RESOLVED)))
                .orderBy(HK_ENTRY.PAYMENT_ID.desc(), HK_ENTRY.LINE.desc())
                .limit(1)
                .fetchOptional(EntryRows::entry));
  }

  @Override
  public List<Stored> claimDue(Work work, Instant now, Duration lease, int atMost) {
    return dueWork.claim(work, now, lease, atMost);
  }

  @Override
  public void release(Collection<PaymentId> claimed) {
    dueWork.release(claimed);
  }

  @Override
  public boolean claimQuery(PaymentId id, Instant now, Duration gap) {
    return dueWork.claimQuery(id, now, gap);
  }

  @Override
  public void keep(Arrival arrival) {
    keptCallbacks.keep(arrival);
  }

  @Override
  public boolean keepOrphan(Arrival arrival, Instant since, int atMost) {
    return keptCallbacks.keepOrphan(arrival, since, atMost);
  }

  @Override
  public List<Kept> claimKept(Instant now, Duration lease, int atMost) {
    return keptCallbacks.claim(now, lease, atMost);
  }
}
