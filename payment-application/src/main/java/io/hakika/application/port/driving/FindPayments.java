package io.hakika.application.port.driving;

import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driven.PaymentQueries.Page;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.domain.value.PaymentId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers "what became of …?". */
public interface FindPayments {

  /** The most that one page may hold. */
  int MOST = 100;

  Optional<Details> find(PaymentId id);

  /**
   * The payments that match, newest first.
   *
   * @param limit 1 to {@link #MOST}
   * @param cursor null for the first page
   */
  Page<Details> list(Filter filter, int limit, @Nullable String cursor);

  /** The history of one payment, oldest first. */
  Page<Entry> timeline(PaymentId id, int limit, @Nullable String cursor);
}
