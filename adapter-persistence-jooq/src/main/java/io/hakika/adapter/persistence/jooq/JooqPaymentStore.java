package io.hakika.adapter.persistence.jooq;

import io.hakika.application.port.driven.PaymentStore;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps payments in a {@link Database}. Safe for use by many threads and processes. */
public final class JooqPaymentStore implements PaymentStore {

  private final Database database;

  public JooqPaymentStore(Database database) {
    this.database = database;
  }

  @Override
  public Added add(Opening opening) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Stored> find(PaymentId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Stored> findByToken(CallbackToken token) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Recorded record(Recording recording) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Entry> lastResolution(PaymentId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Stored> claimDue(Work work, Instant now, Duration lease, int atMost) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void release(Collection<PaymentId> claimed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean claimQuery(PaymentId id, Instant now, Duration gap) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void keep(Arrival arrival) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean keepOrphan(Arrival arrival, Instant since, int atMost) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Kept> claimKept(Instant now, Duration lease, int atMost) {
    throw new UnsupportedOperationException();
  }
}
