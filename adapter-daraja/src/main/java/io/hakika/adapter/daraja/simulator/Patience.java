package io.hakika.adapter.daraja.simulator;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How much longer a test's handle waits for what should happen. */
final class Patience {

  private final long end;

  Patience(Duration whole) {
    this.end = System.nanoTime() + whole.toNanos();
  }

  /**
   * Waits until {@code monitor}, which the caller holds, is notified; false once nothing is left.
   *
   * @throws IllegalStateException if the waiting thread is interrupted, which stays set
   */
  boolean waitOn(Object monitor) {
    var left = end - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    try {
      // Rounded up: timedWait with less than a millisecond would not wait at all.
      TimeUnit.MILLISECONDS.timedWait(monitor, TimeUnit.NANOSECONDS.toMillis(left) + 1);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
