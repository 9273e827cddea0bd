package io.hakika.architecture.seeded.adapter.daraja;

import io.hakika.architecture.Breaks;
import io.hakika.architecture.seeded.application.Desk;

/** An adapter must not know a service. */
@Breaks("adapters see ports, never services")
final class Shortcut {

  String look(Desk desk) {
    return desk.look();
  }
}
