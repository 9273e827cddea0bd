package io.hakika.application;

import java.time.Duration;

/** A moment by which several things must have ended, by the clock that never jumps. */
record Deadline(long nanoTime) {

  static Deadline in(Duration wait) {
    return new Deadline(System.nanoTime() + wait.toNanos());
  }

  /** Nanoseconds left; not positive once it has passed. */
  long left() {
    return nanoTime - System.nanoTime();
  }
}
