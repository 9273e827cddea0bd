package io.hakika.adapter.daraja.simulator;

import java.util.List;

/**
 * How a merchant is told what the customer decided.
 *
 * @param when when the first callback leaves
 * @param forms one callback each, in this order
 */
record Telling(When when, List<Form> forms) {

  /** When callbacks leave. */
  enum When {
    /** Upon the decision, each after the one before was answered. */
    DECIDED,
    /** Upon the decision, all at the same time. */
    AT_ONCE,
    /** Before the push is answered: the customer decides at once, and the answer waits. */
    EARLY,
    /** Some time after the decision, or when a test asks for it. */
    LATE,
    /** Only when a test asks for it. */
    NEVER
  }

  /** What a callback says. */
  enum Form {
    /** What happened. */
    TRUE,
    /** A cancellation, although it was paid. */
    CONTRARY,
    /** A cancellation, although it was paid, with the receipt of the payment. */
    CONTRARY_WITH_RECEIPT,
    /** A second payment for the same push, with its own receipt. */
    SECOND_PAYMENT,
    /** The payment, with the receipt of an earlier payment of somebody. */
    TAKEN_RECEIPT,
    /** The payment, one shilling more. */
    WRONG_AMOUNT,
    /** The payment, without the receipt. */
    NO_RECEIPT,
    /** The payment, without any item. */
    NO_ITEMS,
    /** The payment, with the payer's number masked. */
    MASKED,
    /** The payment, every number as text, the items in another order. */
    TEXTS,
    /** The payment, of another CheckoutRequestID. */
    OTHER_REQUEST,
    /** Half of the JSON. */
    BROKEN,
    /** JSON, but no STK callback. */
    FOREIGN
  }

  Telling {
    forms = List.copyOf(forms);
  }
}
