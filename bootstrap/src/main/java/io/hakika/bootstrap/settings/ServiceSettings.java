package io.hakika.bootstrap.settings;

import io.hakika.application.CheckoutRules;

/** Everything that a service is set up by. */
public record ServiceSettings(
    MpesaSettings mpesa,
    StoreSettings store,
    HttpSettings http,
    AccessSettings access,
    CallbackSettings callbacks,
    CheckoutRules checkout,
    RecoverySettings recovery) {}
