/**
 * What a payment is and how it may change.
 *
 * <pre>
 *   pending ──▶ submitted ──▶ paid
 *      │  │          │  │      ▲
 *      │  └──────────┼──┼──────┤      (a callback may overtake the acknowledgement)
 *      │             │  ▼      │
 *      └─────────────┼▶ failed │
 *                    ▼    │    │
 *              needs_review ◀──┘ never: paid is not undone by a message
 * </pre>
 *
 * <p>There are two kinds of transition. What <em>we and our people</em> decide is a method only on
 * the state that may do it ({@link io.hakika.domain.NeedsReview#resolvePaid}). What <em>the world
 * says</em> ({@link io.hakika.domain.Evidence}) can come at any time, twice, late or wrong, so
 * {@link io.hakika.domain.Payment#weigh} is total: every state answers every piece of evidence, by
 * value. The table of both is {@code WeighingTest}.
 */
@NullMarked
package io.hakika.domain;

import org.jspecify.annotations.NullMarked;
