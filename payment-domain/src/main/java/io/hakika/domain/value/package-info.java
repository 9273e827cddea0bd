/**
 * The words of a payment: small immutable values that refuse nonsense when born.
 *
 * <p>Whatever can identify a payer or open a door (a phone number, a token, a CheckoutRequestID)
 * hides itself in {@code toString}; the full text is only had by asking for it by name.
 */
@NullMarked
package io.hakika.domain.value;

import org.jspecify.annotations.NullMarked;
