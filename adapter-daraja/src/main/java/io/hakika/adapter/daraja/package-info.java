/**
 * Safaricom's Daraja: prompts phones, asks what became of them, reads what is called back.
 *
 * <p>{@link io.hakika.adapter.daraja.DarajaClient} speaks to Daraja and can be used alone. {@link
 * io.hakika.adapter.daraja.DarajaStkGateway} and {@link
 * io.hakika.adapter.daraja.DarajaCallbackReader} are the ports of Hakika on top of it. What
 * Daraja's codes mean is in two tables: {@link io.hakika.adapter.daraja.ResultCodes} and {@code
 * ErrorCodes}.
 *
 * <p>Everything Daraja says is a stranger's: it is read within limits, judged by its body, and
 * where it is not understood the answer is "unknown".
 */
@NullMarked
package io.hakika.adapter.daraja;

import org.jspecify.annotations.NullMarked;
