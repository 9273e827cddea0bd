package io.hakika.application.fake;

import io.hakika.application.port.driven.PaymentStore.Arrival;
import io.hakika.application.port.driven.PaymentStore.Kept;
import io.hakika.domain.value.CallbackToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Callbacks that were kept and not weighed. Only ever touched under the store's lock. */
final class InMemoryInbox {

  private final Map<Long, Item> items = new TreeMap<>();
  private long numbers;

  void keep(Arrival arrival) {
    put(arrival, false);
  }

  boolean keepOrphan(Arrival arrival, Instant since, int atMost) {
    var before =
        items.values().stream()
            .filter(item -> item.orphan && !item.kept.arrival().at().isBefore(since))
            .count();
    if (before >= atMost) {
      return false;
    }
    put(arrival, true);
    return true;
  }

  private void put(Arrival arrival, boolean orphan) {
    var number = ++numbers;
    var at = Copies.cut(arrival.at());
    var copy = new Arrival(arrival.token(), arrival.body().clone(), arrival.refused(), at);
    items.put(number, new Item(new Kept(number, copy), orphan, at));
  }

  List<Kept> claim(Instant now, Instant until, int atMost, Predicate<CallbackToken> known) {
    var claimed = new ArrayList<Kept>();
    for (var item : items.values()) {
      var free = !item.dueAt.isAfter(now);
      if (claimed.size() < atMost && free && known.test(item.kept.arrival().token())) {
        item.dueAt = until;
        claimed.add(copyOf(item.kept));
      }
    }
    return claimed;
  }

  boolean holds(Kept kept) {
    return items.containsKey(kept.number());
  }

  void settle(Kept kept) {
    items.remove(kept.number());
  }

  private static Kept copyOf(Kept kept) {
    var arrival = kept.arrival();
    return new Kept(
        kept.number(),
        new Arrival(arrival.token(), arrival.body().clone(), arrival.refused(), arrival.at()));
  }

  private static final class Item {
    private final Kept kept;
    private final boolean orphan;
    private Instant dueAt;

    private Item(Kept kept, boolean orphan, Instant dueAt) {
      this.kept = kept;
      this.orphan = orphan;
      this.dueAt = dueAt;
    }
  }
}
