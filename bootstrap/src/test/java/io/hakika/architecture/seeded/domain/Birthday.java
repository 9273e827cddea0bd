package io.hakika.architecture.seeded.domain;

import io.hakika.architecture.Breaks;
import java.time.Instant;

/** The domain must be told the time. */
@Breaks("time and chance are parameters of the core")
public record Birthday(Instant at) {

  public static Birthday today() {
    return new Birthday(Instant.now());
  }
}
