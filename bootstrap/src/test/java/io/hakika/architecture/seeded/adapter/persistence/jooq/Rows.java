package io.hakika.architecture.seeded.adapter.persistence.jooq;

import io.hakika.architecture.Breaks;
import io.hakika.architecture.seeded.application.port.driven.PaymentStore;

/** Nobody finds the store by this name. */
@Breaks("an implementation ends in the name of its port")
final class Rows implements PaymentStore {

  @Override
  public String find() {
    return "";
  }

  @Override
  public void failNextTime() {}
}
