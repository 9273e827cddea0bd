package io.hakika.application.port.driving;

import java.util.List;

/** Tells the listeners what happened. */
public interface RelayEvents {

  /** Tells what is untold, until nothing is due or the pass is full. */
  Relayed relay();

  /**
   * What one pass did.
   *
   * @param told events that every listener took
   * @param faults why others were put off
   */
  record Relayed(int told, List<RuntimeException> faults) {

    public Relayed {
      faults = List.copyOf(faults);
    }
  }
}
