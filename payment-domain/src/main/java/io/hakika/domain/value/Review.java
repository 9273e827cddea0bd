package io.hakika.domain.value;

import java.time.Instant;
import java.util.Locale;

/** Why a payment waits for a person, in a word and in a sentence, and since when. */
public record Review(Reason reason, String detail, Instant since) {

  public Review {
    detail = new ProviderText(detail).value();
  }

  /** The one word. */
  public enum Reason {
    /** Daraja says the money moved, nobody says with which receipt. */
    PAID_WITHOUT_RECEIPT,
    /** Nobody could say what became of an accepted push. */
    UNSETTLED,
    /** Nobody could say whether the push was sent at all. */
    SUBMISSION_UNKNOWN,
    /** The money that moved is not the money agreed. */
    AMOUNT_MISMATCH,
    /** Two messages cannot both be true. */
    CONTRADICTORY;

    /** The stored and published spelling. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
