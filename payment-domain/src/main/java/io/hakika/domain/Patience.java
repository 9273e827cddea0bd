package io.hakika.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How long Hakika waits, and how often it asks, before it decides.
 *
 * @param submissionRetry age of a payment up to which a push that was not sent is sent again
 * @param submissionUnknownAfter how long an unknown push outcome may stay unknown
 * @param pushLease how long a sender may be silent before it counts as dead; longer than one
 *     exchange with Daraja may take
 * @param recoveryAfter age of a submission at which the first query is due
 * @param recoveryBackoff wait after the first query, doubled after each further one; also the least
 *     distance of two answers that confirm one another
 * @param recoveryBackoffMax the longest such wait
 * @param recoveryDeadline age of a submission at which asking ends
 */
public record Patience(
    Duration submissionRetry,
    Duration submissionUnknownAfter,
    Duration pushLease,
    Duration recoveryAfter,
    Duration recoveryBackoff,
    Duration recoveryBackoffMax,
    Duration recoveryDeadline) {

  /** The defaults of the published settings. */
  public static final Patience STANDARD =
      new Patience(
          Duration.ofSeconds(90),
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(90),
          Duration.ofSeconds(60),
          Duration.ofMinutes(15),
          Duration.ofHours(2));

  /**
   * The least distance of a person's question about one payment from the last one, whoever asked.
   */
  public static final Duration BETWEEN_QUERIES = Duration.ofSeconds(15);

  private static final Duration FIRST_RESEND = Duration.ofSeconds(2);
  private static final Duration LAST_RESEND = Duration.ofSeconds(15);

  /**
   * The least distance of two questions that a worker asks about one payment: shorter than {@link
   * #BETWEEN_QUERIES} where the schedule itself is.
   */
  public Duration betweenScheduledQueries() {
    return recoveryBackoff.compareTo(BETWEEN_QUERIES) < 0 ? recoveryBackoff : BETWEEN_QUERIES;
  }

  /** When the next query of a submitted payment is due after {@code tried} of them. */
  Instant nextQuery(Instant now, int tried, Order order) {
    var wait = doubled(recoveryBackoff, tried - 1, recoveryBackoffMax);
    return now.plus(wait).plus(wait.multipliedBy(spread(order, tried)).dividedBy(100));
  }

  /** How long a push that was not sent waits to be sent again after {@code attempts} of them. */
  static Duration untilNextPush(Evidence.PushAnswer.NotSent answer, int attempts) {
    var own = doubled(FIRST_RESEND, attempts - 1, LAST_RESEND);
    var asked = answer.retryAfter();
    return asked != null && asked.compareTo(own) > 0 ? asked : own;
  }

  private static Duration doubled(Duration first, int times, Duration most) {
    var wait = first;
    for (var i = 0; i < times && wait.compareTo(most) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(most) < 0 ? wait : most;
  }

  /**
   * Zero to twenty percent, the same for the same payment and try: it keeps payments that were
   * submitted together from being asked about together, and needs no dice.
   */
  private static int spread(Order order, int tried) {
    return Math.floorMod(31 * order.id().hashCode() + tried * 7919, 21);
  }
}
