package io.hakika.application.fake;

import io.hakika.application.port.driven.EventLog.Logged;
import io.hakika.domain.PaymentEvent;
import io.hakika.domain.value.PaymentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events until everybody was told. Only ever touched under the store's lock. */
final class InMemoryEvents {

  private final Map<Long, Item> untold = new TreeMap<>();
  private long numbers;

  void write(PaymentEvent event, int version) {
    var number = ++numbers;
    untold.put(number, new Item(new Logged(number, version, 0, cut(event)), Instant.MIN));
  }

  List<Logged> claim(Instant now, Instant until, int atMost) {
    var claimed = new ArrayList<Logged>();
    var seen = new HashSet<PaymentId>();
    for (var item : untold.values()) {
      var oldest = seen.add(item.logged.event().payment());
      if (oldest && !item.dueAt.isAfter(now) && claimed.size() < atMost) {
        item.dueAt = until;
        claimed.add(item.logged);
      }
    }
    return claimed;
  }

  void told(Logged event) {
    untold.remove(event.number());
  }

  void putOff(Logged event, Instant until) {
    var item = untold.get(event.number());
    if (item != null) {
      var was = item.logged;
      item.logged = new Logged(was.number(), was.version(), was.attempts() + 1, was.event());
      item.dueAt = until;
    }
  }

  private static PaymentEvent cut(PaymentEvent event) {
    var at = Copies.cut(event.at());
    if (event instanceof PaymentEvent.Submitted was) {
      return new PaymentEvent.Submitted(was.payment(), was.checkoutRequestId(), at);
    }
    if (event instanceof PaymentEvent.Paid was) {
      return new PaymentEvent.Paid(was.payment(), was.receipt(), at);
    }
    if (event instanceof PaymentEvent.Failed was) {
      return new PaymentEvent.Failed(was.payment(), was.decline(), at);
    }
    if (event instanceof PaymentEvent.NeedsReview was) {
      return new PaymentEvent.NeedsReview(was.payment(), Copies.cut(was.review()), at);
    }
    var was = (PaymentEvent.Contradicted) event;
    return new PaymentEvent.Contradicted(was.payment(), was.detail(), at);
  }

  private static final class Item {
    private Logged logged;
    private Instant dueAt;

    private Item(Logged logged, Instant dueAt) {
      this.logged = logged;
      this.dueAt = dueAt;
    }
  }
}
