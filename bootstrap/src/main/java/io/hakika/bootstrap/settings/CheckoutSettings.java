package io.hakika.bootstrap.settings;

import io.hakika.adapter.daraja.DarajaEnvironment;
import io.hakika.application.CheckoutRules;
import io.hakika.application.port.driven.PaymentStore.PhoneRules;
import java.time.Duration;

/** What a checkout may ask for, and how long it may take. */
final class CheckoutSettings {

  private static final int PROMPTS_IN_PRODUCTION = 20;

  private CheckoutSettings() {}

  static CheckoutRules read(Values values, MpesaSettings mpesa) {
    var usual = CheckoutRules.STANDARD;
    var prompts = mpesa.environment() == DarajaEnvironment.PRODUCTION ? PROMPTS_IN_PRODUCTION : 0;
    var phones =
        new PhoneRules(
            values.duration(
                "HAKIKA_PROMPT_WINDOW",
                usual.phoneRules().promptWindow(),
                Duration.ZERO,
                Duration.ofDays(1)),
            values.integer("HAKIKA_PHONE_DAILY_PROMPTS", prompts, 0, 1_000_000));
    var wait =
        values.duration(
            "HAKIKA_CHECKOUT_WAIT", usual.checkoutWait(), Duration.ZERO, Duration.ofMinutes(1));
    return new CheckoutRules(mpesa.maxAmount(), wait, phones);
  }
}
