package io.hakika.architecture.seeded.contract;

import io.hakika.architecture.seeded.application.port.driven.PaymentStore;

/** The contract of the one port that has one. */
public interface PaymentStoreContract {

  PaymentStore store();
}
