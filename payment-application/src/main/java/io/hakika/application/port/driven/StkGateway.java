package io.hakika.application.port.driven;

import io.hakika.domain.Evidence;
import io.hakika.domain.Order;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.MerchantAccount;
import java.util.Arrays;
import java.util.Objects;

/**
 * Prompts a customer's phone, and asks what became of it.
 *
 * <p>Both methods block, for a bounded time, and answer whatever the network does: an outcome that
 * nobody can know is an answer, not an exception. Neither repeats a push. Answers are dated when
 * they came, to the microsecond, as stores keep them. Safe for use by many threads.
 */
public interface StkGateway {

  /** Whether this gateway has the credentials of {@code account}. */
  boolean serves(MerchantAccount account);

  /** Sends the push of {@code order}, once. */
  Evidence.PushAnswer push(Order order);

  /** Asks about a push. */
  Queried query(Order order, CheckoutRequestId id);

  /** The answer, and the bytes it came in (none where nothing came). */
  record Queried(Evidence.QueryAnswer answer, byte[] body) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Queried that
          && answer.equals(that.answer)
          && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
      return Objects.hash(answer, Arrays.hashCode(body));
    }

    /** Shows the size of the body, never the body: it holds the payer's number. */
    @Override
    public String toString() {
      return "Queried[" + answer + ", " + body.length + " bytes]";
    }
  }
}
