package io.hakika.adapter.daraja.simulator;

/** A query that waits for its answer. It is answered once; a second time is refused. */
public final class HeldQuery {

  HeldQuery() {}

  public String checkoutRequestId() {
    throw new UnsupportedOperationException();
  }

  /** Answers what is true now. */
  public void release() {
    throw new UnsupportedOperationException();
  }

  /** Answers this instead. */
  public void answer(Answer answer) {
    throw new UnsupportedOperationException();
  }
}
