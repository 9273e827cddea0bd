package io.hakika.architecture.seeded.adapter.http.javalin;

import io.hakika.architecture.Breaks;
import io.hakika.architecture.seeded.adapter.daraja.simulator.Echo;

/** Production must not know the simulator. */
@Breaks("only bootstrap sees the simulator")
final class Rehearsal {

  Echo echo() {
    return new Echo();
  }
}
