package io.hakika.domain;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * One thing that happens to a payment.
 *
 * @param what to list it by when a run fails; put into words only then
 */
record Step(Instant at, Object what, Consumer<SideBySide> happens) {

  /** Lets all of {@code steps} happen to one new payment and its model. */
  static SideBySide run(List<Step> steps) {
    var both = new SideBySide();
    steps.forEach(step -> step.happens().accept(both));
    return both;
  }

  @Override
  public String toString() {
    return at + "  " + what;
  }
}
