package io.hakika.application;

import io.hakika.application.port.driven.PaymentQueries;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driven.PaymentQueries.Page;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driving.FindPayments;
import io.hakika.domain.value.PaymentId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads payments, a bounded page at a time. */
final class PaymentReader implements FindPayments {

  private final PaymentQueries queries;

  PaymentReader(PaymentQueries queries) {
    this.queries = queries;
  }

  @Override
  public Optional<Details> find(PaymentId id) {
    return queries.details(id);
  }

  @Override
  public Page<Details> list(Filter filter, int limit, @Nullable String cursor) {
    return queries.list(filter, checked(limit), cursor);
  }

  @Override
  public Page<Entry> timeline(PaymentId id, int limit, @Nullable String cursor) {
    return queries.timeline(id, checked(limit), cursor);
  }

  private static int checked(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("a page has 1 to " + MOST + " rows, not " + limit);
    }
    return limit;
  }
}
