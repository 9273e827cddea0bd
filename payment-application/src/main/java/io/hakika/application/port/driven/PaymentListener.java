package io.hakika.application.port.driven;

/**
 * Somebody who must know what happens to payments.
 *
 * <p>Called after the change was committed, at least once per event, in order per payment. An
 * exception means "tell me again": the same event comes back later. Calls come from a worker's
 * thread, one at a time per payment.
 */
public interface PaymentListener {

  void on(EventLog.Logged event);
}
