package io.hakika.application;

import io.hakika.application.port.driven.PaymentStore.PhoneRules;
import io.hakika.domain.value.Shillings;
import java.time.Duration;

/**
 * What a checkout may ask for, and how long it may take.
 *
 * @param maxAmount the most that one payment may be
 * @param checkoutWait how long a checkout waits for Daraja before it returns pending
 */
public record CheckoutRules(Shillings maxAmount, Duration checkoutWait, PhoneRules phoneRules) {

  /** The published defaults, for the sandbox. */
  public static final CheckoutRules STANDARD =
      new CheckoutRules(
          new Shillings(250_000),
          Duration.ofSeconds(10),
          new PhoneRules(Duration.ofSeconds(90), 0));
}
