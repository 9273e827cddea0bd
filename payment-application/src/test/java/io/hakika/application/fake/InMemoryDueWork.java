package io.hakika.application.fake;

import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.PaymentStore.Work;
import io.hakika.domain.value.PaymentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Hands out due payments. Only ever touched under the store's lock. */
final class InMemoryDueWork {

  private final InMemoryRows rows;
  private long turn;

  InMemoryDueWork(InMemoryRows rows) {
    this.rows = rows;
  }

  /** Every fourth turn takes the oldest, also where each claim is of one. */
  List<Stored> claim(Work work, Instant now, Instant until, int atMost) {
    var waiting = waiting(work, now);
    var claimed = new ArrayList<Stored>();
    while (!waiting.isEmpty() && claimed.size() < atMost) {
      var oldest = turn++ % 4 == 3;
      var row = waiting.remove(oldest ? 0 : waiting.size() - 1);
      row.leaseUntil = until;
      row.revision++;
      claimed.add(row.stored());
    }
    return claimed;
  }

  void release(PaymentId id) {
    var row = rows.get(id);
    row.leaseUntil = null;
    row.revision++;
  }

  private List<Row> waiting(Work work, Instant now) {
    Comparator<Row> byDue = Comparator.comparing(row -> row.due(work).orElseThrow());
    var due =
        rows.all().stream()
            .filter(row -> row.isFree(now))
            .filter(row -> row.due(work).filter(at -> !at.isAfter(now)).isPresent())
            .sorted(byDue.thenComparing(row -> row.payment.id()))
            .toList();
    return new ArrayList<>(due);
  }
}
