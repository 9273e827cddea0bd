package io.hakika.application.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test steps by hand. Time stands still until it is told. Threads may share it. */
public final class TickingClock extends Clock {

  private final AtomicReference<Instant> now;
  private final ZoneId zone;

  private TickingClock(AtomicReference<Instant> now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** A clock that shows {@code start} until it is stepped. */
  public static TickingClock at(Instant start) {
    return new TickingClock(new AtomicReference<>(start), ZoneOffset.UTC);
  }

  /** Steps the clock by {@code time}, which may be negative, and returns what it shows then. */
  public Instant passes(Duration time) {
    return now.updateAndGet(shown -> shown.plus(time));
  }

  /** Sets the clock, back or forth. */
  public void shows(Instant instant) {
    now.set(instant);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** A view of the same hands in another zone: stepping one steps both. */
  @Override
  public Clock withZone(ZoneId other) {
    return new TickingClock(now, other);
  }
}
