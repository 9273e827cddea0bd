package io.hakika.adapter.daraja.simulator;

import java.time.Duration;

/**
 * A push that keeps the rules and is not answered yet.
 *
 * @param merchant whose it is
 * @param token the token it came with
 * @param entry how the books have it
 * @param reply the way back
 */
record OpenPush(Merchant merchant, String token, Ledger.Pushed entry, Reply reply) {

  PushRequest request() {
    return entry.request();
  }

  /** Answers after {@code delay}, in this thread if there is none, and does {@code then}. */
  void answer(World world, Timed answer, Runnable then) {
    Runnable work =
        () -> {
          world.ledger().write(new Ledger.Answered(world.now(), entry, answer.answer()));
          reply.send(answer.answer());
          then.run();
        };
    if (answer.delay().isZero()) {
      work.run();
    } else {
      world.crew().after(answer.delay(), work);
    }
  }

  /** An answer, and how long it takes. */
  record Timed(Answer answer, Duration delay) {

    static Timed now(Answer answer) {
      return new Timed(answer, Duration.ZERO);
    }
  }

  /** Shows the push alone. */
  @Override
  public String toString() {
    return entry.toString();
  }
}
