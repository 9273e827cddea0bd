package io.hakika.bootstrap.cli;

import java.util.List;

/** A way to ask Daraja about payments that are not settled. */
interface Recovery {

  /** The most payments of one status that one run looks at; the next run finds the others. */
  int MOST = 10_000;

  /** Asks about all of them, once, and reports what became of each that was asked about. */
  List<Recovered> recover();

  /**
   * A payment before and after it was asked about.
   *
   * @param from its status before
   * @param to its status after
   */
  record Recovered(String id, String orderId, String from, String to) {

    boolean settled() {
      return !from.equals(to);
    }
  }
}
