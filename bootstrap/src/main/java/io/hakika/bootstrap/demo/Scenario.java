package io.hakika.bootstrap.demo;

import io.hakika.adapter.daraja.simulator.Customer;
import java.util.List;

/**
 * One checkout of the demonstration, and what must become of it.
 *
 * @param order the order's id, which tells what it shows
 * @param tells the same in a sentence
 * @param customer how the customer, and Daraja with him, behaves
 */
record Scenario(String order, String tells, Customer customer, Outcome expected) {

  /** Whether the callback comes only once nobody expects it any more. */
  boolean toldAtLast() {
    return customer == Customer.SILENTLY_PAYS;
  }

  static List<Scenario> all() {
    return List.of(
        new Scenario("pays", "the customer pays", Customer.PAYS, Outcome.of("paid")),
        new Scenario(
            "cancels",
            "the customer dismisses the prompt",
            Customer.CANCELS,
            Outcome.of("failed (cancelled)")),
        new Scenario(
            "no-funds",
            "the customer has too little money",
            Customer.NO_FUNDS,
            Outcome.of("failed (insufficient_funds)")),
        new Scenario(
            "wrong-pin",
            "the customer mistypes the PIN",
            Customer.WRONG_PIN,
            Outcome.of("failed (wrong_pin)")),
        new Scenario(
            "no-answer",
            "the customer does not touch the phone",
            Customer.NO_ANSWER,
            Outcome.of("failed (timeout)")),
        new Scenario(
            "throttled",
            "Daraja is too busy at first; the prompt is sent again",
            Customer.SPIKE_ARREST,
            Outcome.of("paid").pushes(2)),
        new Scenario(
            "lost-no",
            "the answer is lost on the way, so Hakika asks",
            Customer.SILENTLY_CANCELS,
            Outcome.of("failed (cancelled)").heardBy("query").callbacks(0)),
        new Scenario(
            "late-yes",
            "asking says paid but names no receipt; then the answer comes late",
            Customer.SILENTLY_PAYS,
            Outcome.of("needs_review (paid_without_receipt)", "paid")),
        new Scenario(
            "cut-line",
            "nobody knows whether the prompt was sent, until the answer comes",
            Customer.ANSWER_LOST,
            Outcome.of("paid")),
        new Scenario(
            "doubled",
            "the same answer comes five times at once",
            Customer.TOLD_AT_ONCE,
            Outcome.of("paid").callbacks(5)),
        new Scenario(
            "early",
            "the answer comes before Daraja has confirmed the prompt",
            Customer.TOLD_EARLY,
            Outcome.of("paid")),
        new Scenario(
            "yes-then-no",
            "paid, then a message that says cancelled: paid stands",
            Customer.PAID_THEN_FAILED,
            Outcome.of("paid").attention("contradicted").callbacks(2)),
        new Scenario(
            "no-then-yes",
            "cancelled, then a message that says paid: a person decides",
            Customer.FAILED_THEN_PAID,
            Outcome.of("failed (cancelled)", "needs_review (contradictory)").callbacks(2)));
  }
}
