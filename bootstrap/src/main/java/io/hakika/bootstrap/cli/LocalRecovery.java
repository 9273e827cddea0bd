package io.hakika.bootstrap.cli;

import io.hakika.application.PaymentApplication;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driving.FindPayments;
import io.hakika.application.port.driving.RecoverPayments.Pass;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.value.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks by itself, on the database, because no service runs. */
final class LocalRecovery implements Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(LocalRecovery.class);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final PaymentApplication application;
  private final @Nullable Instant since;

  /**
   * A recovery of what is due, as the service's worker would do it; since then, of everything that
   * is submitted or waits for a review.
   *
   * @param since null: what is due
   */
  LocalRecovery(PaymentApplication application, @Nullable Instant since) {
    this.application = application;
    this.since = since;
  }

  @Override
  public List<Recovered> recover() {
    var before = open();
    told(application.recovery().weighKept());
    if (since == null) {
      sweep();
    } else {
      before.keySet().forEach(application.recovery()::recover);
    }
    return before.values().stream().map(this::after).toList();
  }

  /** Sweeps until nothing is due, as fast as the query budget lets it. */
  private void sweep() {
    var end = System.nanoTime() + LONGEST.toNanos();
    for (var again = swept(); again != null && System.nanoTime() < end; again = swept()) {
      var wait = Duration.between(Instant.now(), again);
      LockSupport.parkNanos(Math.max(0, wait.toNanos()));
    }
  }

  private @Nullable Instant swept() {
    return told(application.recovery().sweep()).again();
  }

  private static Pass told(Pass pass) {
    pass.faults().forEach(fault -> LOG.warn("Fault while recovering a payment", fault.cause()));
    return pass;
  }

  private Map<PaymentId, Details> open() {
    var open = new LinkedHashMap<PaymentId, Details>();
    var statuses =
        since == null
            ? List.of(PaymentStatus.PENDING, PaymentStatus.SUBMITTED)
            : List.of(PaymentStatus.SUBMITTED, PaymentStatus.NEEDS_REVIEW);
    for (var status : statuses) {
      list(status).forEach(details -> open.put(details.payment().id(), details));
    }
    return open;
  }

  private List<Details> list(PaymentStatus status) {
    var filter = new Filter(status, null, null, null, null, null, null, since, null);
    var found = new ArrayList<Details>();
    String cursor = null;
    do {
      var page = application.payments().list(filter, FindPayments.MOST, cursor);
      found.addAll(page.data());
      cursor = page.nextCursor();
    } while (cursor != null && found.size() < MOST);
    return found;
  }

  private Recovered after(Details before) {
    var order = before.payment().order();
    var after = application.payments().find(order.id()).orElse(before);
    return new Recovered(
        order.id().toString(),
        order.orderId().toString(),
        before.payment().status().code(),
        after.payment().status().code());
  }
}
