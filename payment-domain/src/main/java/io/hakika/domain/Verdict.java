package io.hakika.domain;

import java.util.List;

/** What a piece of evidence, or a decision, does to a payment. */
public sealed interface Verdict {

  /** The payment as it stands afterwards. */
  Payment now();

  /** How the evidence reads against what was known. */
  Reading reading();

  /** What others must be told; empty where nothing happened. */
  default List<PaymentEvent> events() {
    return List.of();
  }

  /** How evidence reads against what was known. */
  enum Reading {
    /** It was weighed and counts. */
    APPLIED,
    /** It says what is known already. */
    DUPLICATE,
    /** It cannot be true together with what is known. */
    CONTRADICTORY,
    /** It speaks of another push. */
    MISMATCHED
  }

  /** The status, or the reason for review, changed. Never without an event. */
  record Moved<S extends Payment>(S now, List<PaymentEvent> events) implements Verdict {

    public Moved {
      events = List.copyOf(events);
      if (events.isEmpty()) {
        throw new IllegalArgumentException("a move to " + now.status() + " without an event");
      }
    }

    @Override
    public Reading reading() {
      return Reading.APPLIED;
    }
  }

  /** The status stands; the payment learned something. */
  record Kept(Payment now, Reading reading) implements Verdict {}

  /** The payment stands, but somebody must be told. */
  record Noted(Payment now, PaymentEvent what) implements Verdict {

    @Override
    public List<PaymentEvent> events() {
      return List.of(what);
    }

    @Override
    public Reading reading() {
      return Reading.CONTRADICTORY;
    }
  }

  /** Nothing changes. The evidence is kept all the same. */
  record Ignored(Payment now, Reading reading) implements Verdict {}
}
