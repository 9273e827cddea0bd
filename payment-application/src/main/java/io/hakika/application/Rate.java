package io.hakika.application;

import java.time.Duration;

/** So many calls in any stretch of so long, spread evenly. */
public record Rate(int calls, Duration per) {

  public Rate {
    if (calls < 1 || per.isNegative() || per.isZero()) {
      throw new IllegalArgumentException("a rate is at least one call per some time");
    }
  }

  /** The time between two calls. */
  Duration interval() {
    return per.dividedBy(calls);
  }
}
