package io.hakika.architecture.seeded.application;

import io.hakika.architecture.Breaks;
import io.hakika.architecture.seeded.domain.Paid;

/** Only the domain decides that money moved. */
@Breaks("states are made by the domain and the row mapper")
final class Forger {

  Paid forged() {
    return new Paid("UKN1AB2CD3");
  }
}
