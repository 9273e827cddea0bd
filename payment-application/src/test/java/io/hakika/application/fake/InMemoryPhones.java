package io.hakika.application.fake;

import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.PhoneRules;
import io.hakika.domain.Failed;
import io.hakika.domain.Order;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.value.Decline;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** How often the phone of an order was prompted. */
record InMemoryPhones(Collection<Row> rows) {

  private static final Duration DAY = Duration.ofHours(24);

  @Nullable Added refusal(Order order, PhoneRules rules) {
    var limited = rules.dailyPrompts() == 0 ? null : limited(order, rules.dailyPrompts());
    if (limited != null) {
      return limited;
    }
    return rules.promptWindow().isZero() ? null : prompted(order, rules.promptWindow());
  }

  private @Nullable Added limited(Order order, int most) {
    var prompts =
        rows.stream()
            .filter(row -> row.payment.order().phone().equals(order.phone()))
            .filter(row -> mayHaveRung(row))
            .map(row -> row.payment.order().createdAt())
            .filter(at -> at.isAfter(order.createdAt().minus(DAY)))
            .sorted(Comparator.reverseOrder())
            .toList();
    return prompts.size() < most ? null : new Added.PhoneLimited(prompts.get(most - 1).plus(DAY));
  }

  /** A push that was refused, or never sent, rang no phone. */
  private static boolean mayHaveRung(Row row) {
    return !(row.payment instanceof Failed failed
        && failed.decline().source() == Decline.Source.SUBMISSION);
  }

  private @Nullable Added prompted(Order order, Duration window) {
    var open =
        rows.stream()
            .filter(row -> row.payment.order().phone().equals(order.phone()))
            .filter(row -> row.payment.order().account().equals(order.account()))
            .filter(row -> isOpen(row.payment.status()))
            .filter(row -> opened(row).isAfter(order.createdAt().minus(window)))
            .max(Comparator.comparing(InMemoryPhones::opened))
            .orElse(null);
    return open == null ? null : new Added.PhonePrompted(open.stored(), opened(open).plus(window));
  }

  private static boolean isOpen(PaymentStatus status) {
    return status == PaymentStatus.PENDING || status == PaymentStatus.SUBMITTED;
  }

  private static Instant opened(Row row) {
    return row.payment.order().createdAt();
  }
}
