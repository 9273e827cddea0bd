package io.hakika.application.contract;

import io.hakika.application.fake.Walk;
import io.hakika.application.port.driven.EventLog;
import io.hakika.application.port.driven.EventLog.Logged;
import io.hakika.application.port.driven.PaymentQueries;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.Page;
import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The three ports of one database, and what tests ask of them again and again. */
public record StoreUnderTest(PaymentStore store, PaymentQueries queries, EventLog events) {

  /** Later than anything in a test is due. */
  static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

  static final Duration LEASE = Duration.ofSeconds(30);

  private static final int MOST_PAGES = 1000;

  /** One object that is all three ports. */
  public static <S extends PaymentStore & PaymentQueries & EventLog> StoreUnderTest of(S all) {
    return new StoreUnderTest(all, all, all);
  }

  Walk walk() {
    return new Walk(store);
  }

  Details details(PaymentId id) {
    return queries.details(id).orElseThrow();
  }

  Set<Attention> attention(PaymentId id) {
    return details(id).payment().facts().attention();
  }

  /** The whole history of a payment. */
  List<Entry> timeline(PaymentId id) {
    var entries = new ArrayList<Entry>();
    @Nullable String cursor = null;
    for (var page = 0; page < MOST_PAGES; page++) {
      Page<Entry> part = queries.timeline(id, 100, cursor);
      entries.addAll(part.data());
      cursor = part.nextCursor();
      if (cursor == null) {
        return entries;
      }
    }
    throw new AssertionError("a timeline without an end");
  }

  /** Tells everything that is untold, and returns it in the order it was told. */
  List<Logged> tellAll() {
    var told = new ArrayList<Logged>();
    for (var round = 0; round < MOST_PAGES; round++) {
      var claimed = events.claim(FAR, LEASE, 100);
      if (claimed.isEmpty()) {
        return told;
      }
      claimed.forEach(events::told);
      told.addAll(claimed);
    }
    throw new AssertionError("events without an end");
  }
}
