package io.hakika.adapter.daraja.simulator;

import org.jspecify.annotations.Nullable;

/**
 * One push that rings on a phone, for a test that decides its fate. Safe for use by many threads.
 */
public final class Prompt {

  Prompt() {}

  /** Daraja's id of this push. */
  public String checkoutRequestId() {
    throw new UnsupportedOperationException();
  }

  public String merchantRequestId() {
    throw new UnsupportedOperationException();
  }

  /** The push that made it ring. */
  public PushRequest request() {
    throw new UnsupportedOperationException();
  }

  /** The result code once the customer has decided, null before. */
  public @Nullable String resultCode() {
    throw new UnsupportedOperationException();
  }

  /** The receipt if it was paid, null otherwise. */
  public @Nullable String receipt() {
    throw new UnsupportedOperationException();
  }

  /**
   * The customer decides now, and tells as {@code customer} does: at once, whatever the delays say.
   *
   * @throws IllegalStateException if it was decided before
   */
  public void answerNow(Customer customer) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends the callback of what was decided now, in this thread: a late one, or one more.
   *
   * @return the ledger's entry, with the receiver's answer
   * @throws IllegalStateException if nothing was decided yet
   */
  public Ledger.CalledBack callBack() {
    throw new UnsupportedOperationException();
  }

  /** Sends {@code body} to this push's callback address now, in this thread, whatever it says. */
  public Ledger.CalledBack callBackWith(String body) {
    throw new UnsupportedOperationException();
  }
}
