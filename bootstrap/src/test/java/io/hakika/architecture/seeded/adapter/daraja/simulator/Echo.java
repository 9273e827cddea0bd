package io.hakika.architecture.seeded.adapter.daraja.simulator;

import io.hakika.architecture.Breaks;
import io.hakika.architecture.seeded.adapter.daraja.Codec;

/** It would make the mistakes of the client. */
@Breaks("the simulator shares nothing with the client")
public final class Echo {

  public String answer(Codec codec) {
    return codec.write();
  }
}
