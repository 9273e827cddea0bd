/**
 * The use cases: checkout, callback, recovery, review, relay.
 *
 * <p>The habit of the house is <em>write first, call second, write again</em>: a claim is committed
 * before a byte leaves, no transaction is open while the network is asked, and the answer is
 * weighed against the payment as it stands by then. {@link
 * io.hakika.application.PaymentApplication} is the whole of it as one object.
 */
@NullMarked
package io.hakika.application;

import org.jspecify.annotations.NullMarked;
