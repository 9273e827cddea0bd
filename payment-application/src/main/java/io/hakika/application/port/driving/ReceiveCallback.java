package io.hakika.application.port.driving;

import io.hakika.domain.value.CallbackToken;

/** Takes what comes to a callback address. */
public interface ReceiveCallback {

  /**
   * Whether {@code token} is one of ours: made with one of our secrets, or kept with a payment. The
   * first needs no database. To be asked before a byte of the body is read.
   */
  boolean recognises(String token);

  /** Keeps the delivery, and weighs it. When this returns, what it says is committed. */
  Answer receive(Delivery delivery);

  /**
   * A callback as it came.
   *
   * @param refused whether it came from an address that is not believed
   */
  record Delivery(CallbackToken token, byte[] body, boolean refused) {}

  /** What became of a delivery. */
  enum Answer {
    /** Kept; whether it changed anything is the payment's affair. */
    ACCEPTED,
    /** Kept, but it is no STK callback. */
    MALFORMED,
    /** Kept, but it came from an address that is not believed. */
    REFUSED,
    /** Not kept: too many callbacks for payments that do not exist. */
    OVERFLOW
  }
}
