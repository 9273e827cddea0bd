package io.hakika.application.fake;

import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driven.PaymentQueries.Page;
import io.hakika.application.port.driven.PaymentStore.Entry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parts of lists. A cursor says what came last before, and in which kind of list. */
final class InMemoryPages {

  private static final Pattern PAYMENTS = Pattern.compile("payments-(pay_.{26})");
  private static final Pattern ENTRIES = Pattern.compile("entries-([0-9]{1,9})");

  private InMemoryPages() {}

  static Page<Details> list(
      Collection<Row> rows, Filter filter, int limit, @Nullable String cursor) {
    Comparator<Row> byAge = Comparator.comparing(row -> row.payment.order().createdAt());
    var newestFirst = byAge.thenComparing(row -> row.payment.id()).reversed();
    var last = cursor == null ? null : read(PAYMENTS, cursor);
    var rest =
        rows.stream()
            .filter(matches(filter))
            .filter(row -> last == null || newestFirst.compare(named(rows, last), row) < 0)
            .sorted(newestFirst)
            .toList();
    var data = rest.stream().limit(limit).map(Row::details).toList();
    return new Page<>(
        data, rest.size() > limit ? "payments-" + data.get(limit - 1).payment().id() : null);
  }

  private static Row named(Collection<Row> rows, String id) {
    return rows.stream()
        .filter(row -> row.payment.id().value().equals(id))
        .findFirst()
        .orElseThrow(InMemoryPages::foreign);
  }

  static Page<Entry> timeline(List<Entry> entries, int limit, @Nullable String cursor) {
    var before = cursor == null ? 0 : Integer.parseInt(read(ENTRIES, cursor));
    var from = Math.min(before, entries.size());
    var to = Math.min(from + limit, entries.size());
    var data = entries.subList(from, to).stream().map(Row::copyOf).toList();
    return new Page<>(data, to < entries.size() ? "entries-" + to : null);
  }

  private static String read(Pattern form, String cursor) {
    var matcher = form.matcher(cursor);
    if (!matcher.matches()) {
      throw foreign();
    }
    return matcher.group(1);
  }

  private static IllegalArgumentException foreign() {
    return new IllegalArgumentException("not a cursor of this list");
  }

  private static Predicate<Row> matches(Filter filter) {
    return row -> {
      var order = row.payment.order();
      var from = filter.from();
      var to = filter.to();
      return holds(filter.status(), row.payment.status())
          && holds(filter.orderId(), order.orderId())
          && holds(filter.phone(), order.phone())
          && (filter.checkoutRequestId() == null || row.isNamed(filter.checkoutRequestId()))
          && (filter.receipt() == null || row.holds(filter.receipt()))
          && (filter.attention() == null
              || row.payment.facts().attention().contains(filter.attention()))
          && (filter.accounts() == null || filter.accounts().contains(order.account()))
          && (from == null || !order.createdAt().isBefore(from))
          && (to == null || order.createdAt().isBefore(to));
    };
  }

  private static boolean holds(@Nullable Object wanted, Object found) {
    return wanted == null || wanted.equals(found);
  }
}
