package io.hakika.adapter.persistence.jooq;

import io.hakika.application.port.driven.PaymentQueries;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.domain.value.PaymentId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads payments from a {@link Database}. Safe for use by many threads. */
public final class JooqPaymentQueries implements PaymentQueries {

  private final Database database;

  public JooqPaymentQueries(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Details> details(PaymentId id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<Details> list(Filter filter, int limit, @Nullable String cursor) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<Entry> timeline(PaymentId id, int limit, @Nullable String cursor) {
    throw new UnsupportedOperationException();
  }
}
