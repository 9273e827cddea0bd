package io.hakika.adapter.http.javalin;

import java.util.List;

/**
 * What the service knows of its own health. It is asked often and while everything else hangs, so
 * it answers from memory, at once.
 */
public interface Health {

  /** A service that has nothing to fail. */
  Health ALWAYS =
      new Health() {
        @Override
        public List<String> failedParts() {
          return List.of();
        }

        @Override
        public boolean keepsCallbacks() {
          return true;
        }
      };

  /** The parts that do not work now, each by a short name such as {@code database}. */
  List<String> failedParts();

  /** Whether a callback that comes now can be kept, in the database or elsewhere. */
  boolean keepsCallbacks();
}
