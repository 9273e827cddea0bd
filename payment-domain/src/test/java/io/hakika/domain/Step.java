package io.hakika.domain;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** One thing that happens to a payment, and the words to list it by when a run fails. */
record Step(Instant at, String words, Consumer<SideBySide> happens) {

  /** Lets all of {@code steps} happen to one new payment and its model. */
  static SideBySide run(List<Step> steps) {
    var both = new SideBySide();
    steps.forEach(step -> step.happens().accept(both));
    return both;
  }

  @Override
  public String toString() {
    return at + "  " + words;
  }
}
