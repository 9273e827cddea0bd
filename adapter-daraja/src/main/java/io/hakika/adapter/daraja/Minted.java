package io.hakika.adapter.daraja;

import java.time.Instant;

/** What asking for a token brought. */
sealed interface Minted {

  /**
   * A token. It opens the door to our account, so it never prints itself.
   *
   * @param refreshAt when to ask for the next one, well before this one runs out
   */
  record Token(String value, Instant refreshAt) implements Minted {

    /** The value of the Authorization header. */
    String bearer() {
      return "Bearer " + value;
    }

    boolean fresh(Instant now) {
      return now.isBefore(refreshAt);
    }

    @Override
    public String toString() {
      return "Token[until " + refreshAt + "]";
    }
  }

  /** No token, and what that means for the request that needed one: it did not leave. */
  record None(Reply means) implements Minted {}
}
