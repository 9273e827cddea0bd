/**
 * Keeps payments in H2 or PostgreSQL, with one spelling for both.
 *
 * <p>What only one of several rivals may have (a key, an order, a receipt, a name of a push) is
 * decided by unique keys; what can never be true is refused by CHECKs; who writes a payment must
 * still hold the revision that was read. So READ COMMITTED is enough, no transaction is open while
 * anything slow happens, and no code reads first to decide later.
 *
 * <p>{@link io.hakika.adapter.persistence.jooq.Database} is what the ports stand on. The tables are
 * described once, by the migrations beside this package; the classes in {@code schema} are made
 * from them by each build. Lines of history are only ever inserted: nothing here updates or deletes
 * one.
 */
@NullMarked
package io.hakika.adapter.persistence.jooq;

import org.jspecify.annotations.NullMarked;
