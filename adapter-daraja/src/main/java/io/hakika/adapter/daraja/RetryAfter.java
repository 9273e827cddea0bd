package io.hakika.adapter.daraja;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The Retry-After header: seconds, or a date. */
final class RetryAfter {

  /** Whoever asks us to wait for longer than a day does not mean this request. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  /** How long to wait from {@code now}, at most a day; empty for text that is neither. */
  static Optional<Duration> parse(String text, Instant now) {
    var bare = text.strip();
    if (SECONDS.matcher(bare).matches()) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(bare))));
    }
    try {
      var at = DateTimeFormatter.RFC_1123_DATE_TIME.parse(bare, Instant::from);
      return Optional.of(bounded(Duration.between(now, at)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
