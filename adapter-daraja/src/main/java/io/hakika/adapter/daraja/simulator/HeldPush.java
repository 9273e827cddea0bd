package io.hakika.adapter.daraja.simulator;

import org.jspecify.annotations.Nullable;

/** A push that waits for its answer. It is answered once; a second time is refused. */
public final class HeldPush {

  private final PushDesk desk;
  private final OpenPush push;
  private @Nullable Prompt prompt;
  private boolean answered;

  HeldPush(PushDesk desk, OpenPush push) {
    this.desk = desk;
    this.push = push;
  }

  public PushRequest request() {
    return push.request();
  }

  /** Goes on as if it had not been held: the customer's behaviour decides. */
  public void release() {
    goOn(takeOnce());
  }

  /**
   * The phone rings now, before the push is answered. The customer decides after the answer, or
   * when told by a test.
   *
   * @throws IllegalStateException if it rings already
   */
  public synchronized Prompt ring() {
    if (prompt != null || answered) {
      throw new IllegalStateException("the phone rings already, or the push was answered");
    }
    prompt = desk.ring(push);
    return prompt;
  }

  /** Accepts it: the phone rings if it does not yet, and the ids are answered. */
  public Prompt accept() {
    var rung = takeOnce();
    var ringing = rung == null ? desk.ring(push) : rung;
    desk.answer(push, PushAnswers.accepted(ringing.ids()), ringing);
    return ringing;
  }

  /** Answers this instead. The phone rings only if {@link #ring} was called. */
  public void answer(Answer answer) {
    desk.answer(push, answer, takeOnce());
  }

  void releaseIfUnanswered() {
    Prompt rung;
    synchronized (this) {
      if (answered) {
        return;
      }
      rung = takeOnce();
    }
    goOn(rung);
  }

  private void goOn(@Nullable Prompt rung) {
    if (rung == null) {
      desk.proceed(push);
    } else {
      desk.answer(push, PushAnswers.accepted(rung.ids()), rung);
    }
  }

  /** Takes the right to answer; tells which prompt rings. */
  private synchronized @Nullable Prompt takeOnce() {
    if (answered) {
      throw new IllegalStateException("the push was answered already");
    }
    answered = true;
    return prompt;
  }

  @Override
  public String toString() {
    return "held " + push;
  }
}
