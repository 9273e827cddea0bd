package io.hakika.bootstrap.settings;

import io.hakika.domain.Patience;
import java.time.Duration;

/**
 * How long to wait before Daraja is asked, and how often a worker looks.
 *
 * @param poll zero turns queries and deadlines off
 */
public record RecoverySettings(Patience patience, Duration poll) {

  private static final Duration LEAST = Duration.ofMillis(1);

  static RecoverySettings read(Values values) {
    var usual = Patience.STANDARD;
    var backoff = wait(values, "HAKIKA_RECOVERY_BACKOFF", usual.recoveryBackoff());
    var longest = wait(values, "HAKIKA_RECOVERY_BACKOFF_MAX", usual.recoveryBackoffMax());
    if (longest.compareTo(backoff) < 0 && values.has("HAKIKA_RECOVERY_BACKOFF_MAX")) {
      values.fault(
          "HAKIKA_RECOVERY_BACKOFF_MAX " + longest + " is less than HAKIKA_RECOVERY_BACKOFF");
    }
    var patience =
        new Patience(
            values.duration(
                "HAKIKA_SUBMISSION_RETRY", usual.submissionRetry(), Duration.ZERO, Forms.LONGEST),
            wait(values, "HAKIKA_SUBMISSION_UNKNOWN_AFTER", usual.submissionUnknownAfter()),
            usual.pushLease(),
            values.duration(
                "HAKIKA_RECOVERY_AFTER", usual.recoveryAfter(), Duration.ZERO, Forms.LONGEST),
            backoff,
            longest.compareTo(backoff) < 0 ? backoff : longest,
            wait(values, "HAKIKA_RECOVERY_DEADLINE", usual.recoveryDeadline()));
    return new RecoverySettings(patience, poll(values));
  }

  private static Duration poll(Values values) {
    var poll =
        values.duration(
            "HAKIKA_RECOVERY_POLL", Duration.ofSeconds(5), Duration.ZERO, Duration.ofDays(1));
    if (!poll.isZero() && poll.compareTo(Duration.ofMillis(10)) < 0) {
      values.fault("HAKIKA_RECOVERY_POLL " + poll + " is less than PT0.01S and not PT0S");
    }
    return poll;
  }

  private static Duration wait(Values values, String name, Duration usual) {
    return values.duration(name, usual, LEAST, Forms.LONGEST);
  }
}
