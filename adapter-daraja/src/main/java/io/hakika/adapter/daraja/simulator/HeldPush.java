package io.hakika.adapter.daraja.simulator;

/** A push that waits for its answer. It is answered once; a second time is refused. */
public final class HeldPush {

  HeldPush() {}

  public PushRequest request() {
    throw new UnsupportedOperationException();
  }

  /** Goes on as if it had not been held: the customer's behaviour decides. */
  public void release() {
    throw new UnsupportedOperationException();
  }

  /** The phone rings now, before the push is answered; answer it with {@link #answer} or later. */
  public Prompt ring() {
    throw new UnsupportedOperationException();
  }

  /** Accepts it: the phone rings if it does not yet, and the ids are answered. */
  public Prompt accept() {
    throw new UnsupportedOperationException();
  }

  /** Answers this instead. The phone rings only if {@link #ring} was called. */
  public void answer(Answer answer) {
    throw new UnsupportedOperationException();
  }
}
