package io.hakika.adapter.daraja;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The moment by which an exchange must have ended, by the clock that never jumps. */
final class Deadline {

  /** Less than this part of the time is too little to begin something that cannot be undone. */
  private static final int LEAST_PART = 10;

  private final Duration whole;
  private final long nanoTime;

  private Deadline(Duration whole) {
    this.whole = whole;
    this.nanoTime = System.nanoTime() + whole.toNanos();
  }

  static Deadline in(Duration wait) {
    return new Deadline(wait);
  }

  /** How long the whole exchange may take. */
  Duration whole() {
    return whole;
  }

  /**
   * Waits for {@code result} until then. An interrupt is kept for later: a push may be under way,
   * and whoever gives up on it now will never know whether the phone rang.
   */
  <T> T await(Future<T> result) throws ExecutionException, TimeoutException {
    var interrupted = false;
    try {
      while (true) {
        try {
          return result.get(nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether so little is left that a push begun now would probably end unknown. */
  boolean tooLateToBegin() {
    return nanosLeft() < whole.toNanos() / LEAST_PART;
  }

  private long nanosLeft() {
    return Math.max(0, nanoTime - System.nanoTime());
  }
}
