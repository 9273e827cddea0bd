package io.hakika.architecture.seeded.application;

import io.hakika.architecture.seeded.application.port.driven.PaymentStore;

/** A service, which calls its port. */
public final class Desk {

  private final PaymentStore store;

  public Desk(PaymentStore store) {
    this.store = store;
  }

  public String look() {
    return store.find();
  }
}
