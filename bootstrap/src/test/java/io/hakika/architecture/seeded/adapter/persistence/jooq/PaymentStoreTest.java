package io.hakika.architecture.seeded.adapter.persistence.jooq;

import io.hakika.architecture.seeded.application.port.driven.PaymentStore;
import io.hakika.architecture.seeded.contract.PaymentStoreContract;

/** A test that holds one of the stores to the contract. */
final class PaymentStoreTest implements PaymentStoreContract {

  private final Rows rows = new Rows();

  @Override
  public PaymentStore store() {
    return rows;
  }
}
