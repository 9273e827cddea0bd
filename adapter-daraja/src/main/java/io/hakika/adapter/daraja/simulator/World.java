package io.hakika.adapter.daraja.simulator;

import java.time.Instant;

/** What all parts of one simulator share. */
record World(SimulatorOptions options, Ledger ledger, Ids ids, Crew crew) {

  static World of(SimulatorOptions options) {
    return new World(options, new Ledger(options), new Ids(options.seed()), new Crew());
  }

  Instant now() {
    return options.clock().instant();
  }

  boolean shows(Quirk quirk) {
    return options.quirks().contains(quirk);
  }
}
