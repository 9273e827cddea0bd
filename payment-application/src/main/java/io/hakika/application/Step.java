package io.hakika.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What working on one payment came to.
 *
 * @param servedAgain null if it was served; else when there are means to serve it
 */
record Step(boolean moved, @Nullable Instant servedAgain) {

  static final Step LOOKED = new Step(false, null);
  static final Step MOVED = new Step(true, null);

  static Step unserved(Instant again) {
    return new Step(false, again);
  }
}
