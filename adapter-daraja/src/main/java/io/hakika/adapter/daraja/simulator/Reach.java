package io.hakika.adapter.daraja.simulator;

/** Where the simulator may send callbacks. Never to Safaricom, nor to link-local addresses. */
public enum Reach {
  /** To loopback and private addresses only: a slip in an address reaches no stranger. */
  NEARBY,
  /** To any address. */
  ANYWHERE
}
