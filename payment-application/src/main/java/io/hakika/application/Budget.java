package io.hakika.application;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often Daraja may be called, giving way when it throttles: halved then, at most once in 30
 * seconds and never below a tenth; a tenth of the whole regained per 30 seconds of quiet.
 */
final class Budget {

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int WHOLE = 1000;
  private static final int TENTH = WHOLE / 10;

  private final Rate afterThrottling;
  private @Nullable Rate rate;
  private int share = WHOLE;
  private Instant lastCut = Instant.MIN;
  private Instant quietSince = Instant.MIN;
  private Instant next = Instant.MIN;

  private Budget(@Nullable Rate rate, Rate afterThrottling) {
    this.rate = rate;
    this.afterThrottling = afterThrottling;
  }

  static Budget of(Rate rate) {
    return new Budget(rate, rate);
  }

  /** No limit, until the first throttling shows that there is one. */
  static Budget unlimitedUntilThrottled(Rate afterThrottling) {
    return new Budget(null, afterThrottling);
  }

  /** Whether a call may be made now; if so, it is counted. */
  synchronized boolean take(Instant now) {
    if (now.isBefore(next)) {
      return false;
    }
    count(now);
    return true;
  }

  /** Counts a call that is made in any case. */
  synchronized void count(Instant now) {
    if (rate != null) {
      regain(now);
      var from = now.isAfter(next) ? now : next;
      next = from.plus(rate.interval().multipliedBy(WHOLE).dividedBy(share));
    }
  }

  /** When the next call may be made. */
  synchronized Instant next() {
    return next;
  }

  /** Daraja said that we come too fast. Many may say so at once: that is one reason, not many. */
  synchronized void throttled(Instant now) {
    regain(now);
    quietSince = now;
    if (now.isBefore(lastCut.plus(STEP))) {
      return;
    }
    lastCut = now;
    if (rate == null) {
      rate = afterThrottling;
    } else {
      share = Math.max(TENTH, share / 2);
    }
  }

  private void regain(Instant now) {
    while (share < WHOLE && !now.isBefore(quietSince.plus(STEP))) {
      share = Math.min(WHOLE, share + TENTH);
      quietSince = quietSince.plus(STEP);
    }
  }
}
