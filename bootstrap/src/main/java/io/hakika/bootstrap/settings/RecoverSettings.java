package io.hakika.bootstrap.settings;

/** What a command needs that recovers payments without a service. */
public record RecoverSettings(
    MpesaSettings mpesa, StoreSettings store, RecoverySettings recovery) {}
