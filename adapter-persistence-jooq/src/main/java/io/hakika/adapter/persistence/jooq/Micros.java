package io.hakika.adapter.persistence.jooq;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts instants to the microseconds that both databases keep. Left to themselves both would round,
 * and what happened now could be stored as happening later.
 */
final class Micros {

  private Micros() {}

  static Instant cut(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  static @Nullable Instant cutOrNull(@Nullable Instant instant) {
    return instant == null ? null : cut(instant);
  }

  static @Nullable LocalDateTime cutOrNull(@Nullable LocalDateTime date) {
    return date == null ? null : date.truncatedTo(ChronoUnit.MICROS);
  }
}
