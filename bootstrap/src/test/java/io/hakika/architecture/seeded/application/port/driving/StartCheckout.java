package io.hakika.architecture.seeded.application.port.driving;

import io.hakika.architecture.Breaks;

/** A port with a word that anybody could extend. */
public interface StartCheckout {

  /** The word. */
  @Breaks("a port is an interface and nests its words")
  interface Result {}
}
