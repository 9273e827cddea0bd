package io.hakika.adapter.daraja;

import java.util.Optional;

/** Whether an answer turned its request away for coming too fast, in any of the envelopes. */
final class Throttles {

  private static final int TOO_MANY_REQUESTS = 429;

  private Throttles() {}

  static boolean by(Reply.Whole answer, Optional<DarajaError> error) {
    return answer.raw().status() == TOO_MANY_REQUESTS
        || error
            .filter(said -> ErrorCodes.of(said).proof() == ErrorCodes.Proof.THROTTLED)
            .isPresent();
  }
}
