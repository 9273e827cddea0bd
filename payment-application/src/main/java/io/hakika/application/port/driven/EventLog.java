package io.hakika.application.port.driven;

import io.hakika.domain.PaymentEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The events that were written with the states they belong to, until everybody was told.
 *
 * <p>Safe for use by many threads and processes.
 */
public interface EventLog {

  /**
   * Takes events to tell, so that nobody else gets them before {@code now + lease}: of each payment
   * only the oldest that is untold, so that nobody hears of a payment out of order.
   */
  List<Logged> claim(Instant now, Duration lease, int atMost);

  /** Everybody was told. */
  void told(Logged event);

  /** Somebody could not be told; the event comes back at {@code until}. */
  void putOff(Logged event, Instant until);

  /**
   * An event in the log.
   *
   * @param number grows with each event of a payment; the same at each attempt
   * @param version the payment's version once it had happened
   * @param attempts how often it was put off
   */
  record Logged(long number, int version, int attempts, PaymentEvent event) {}
}
