package io.hakika.adapter.daraja;

import java.time.Duration;

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

  /** Nanoseconds left; zero once it has passed. */
  long nanosLeft() {
    return Math.max(0, nanoTime - System.nanoTime());
  }

  /** Whether so little is left that a push begun now would probably end unknown. */
  boolean tooLateToBegin() {
    return nanosLeft() < whole.toNanos() / LEAST_PART;
  }
}
