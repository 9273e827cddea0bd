package io.hakika.architecture.seeded.application.port.driven;

import io.hakika.architecture.Breaks;

/** A port with a knob that only tests turn. */
@Breaks("every method of a port is called in production")
public interface PaymentStore {

  String find();

  void failNextTime();
}
