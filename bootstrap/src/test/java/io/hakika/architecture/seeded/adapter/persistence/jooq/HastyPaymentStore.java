package io.hakika.architecture.seeded.adapter.persistence.jooq;

import io.hakika.architecture.Breaks;
import io.hakika.architecture.seeded.application.port.driven.PaymentStore;

/** A store that no test holds to the contract. */
@Breaks("every implementation passes its contract")
final class HastyPaymentStore implements PaymentStore {

  @Override
  public String find() {
    return "";
  }

  @Override
  public void failNextTime() {}
}
