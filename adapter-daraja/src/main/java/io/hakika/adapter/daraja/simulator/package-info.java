/**
 * A Daraja of one's own: OAuth, STK push, STK query and callbacks over real HTTP, without an
 * account.
 *
 * <p>{@link io.hakika.adapter.daraja.simulator.DarajaSimulator} speaks Daraja's wire format to any
 * client. Its customers behave by the last two digits of their number ({@link
 * io.hakika.adapter.daraja.simulator.Customer}); a test can be the customer instead ({@link
 * io.hakika.adapter.daraja.simulator.Phone}), hold requests and answer them when it wants ({@link
 * io.hakika.adapter.daraja.simulator.Hold}), and read everything that happened ({@link
 * io.hakika.adapter.daraja.simulator.Ledger}).
 *
 * <p>It shares no code with this module's client, so that a mistake in one cannot agree with itself
 * in the other. No money moves, and it refuses what looks like production.
 */
@NullMarked
package io.hakika.adapter.daraja.simulator;

import org.jspecify.annotations.NullMarked;
