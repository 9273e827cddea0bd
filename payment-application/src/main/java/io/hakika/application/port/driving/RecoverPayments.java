package io.hakika.application.port.driving;

import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.domain.value.PaymentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what became of payments that nobody told us about. */
public interface RecoverPayments {

  /** Asks Daraja about payments that are due, within the query budget, and ends long waits. */
  Pass sweep();

  /** Sends again what certainly was not sent, and gives up on senders that died. */
  Pass resend();

  /** Weighs callbacks that were kept and not weighed. */
  Pass weighKept();

  /** "The customer says they paid": asks Daraja about one payment now, in any state but paid. */
  Asked recover(PaymentId id);

  /**
   * What one pass did.
   *
   * @param looked payments it worked on
   * @param moved payments whose status it changed
   * @param faults what went wrong with single payments; the others were unharmed
   * @param again when it should run again at the latest; null: as usual
   */
  record Pass(int looked, int moved, List<Fault> faults, @Nullable Instant again) {

    public Pass {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Something broke while working on one payment.
   *
   * @param payment null where it is not known which
   */
  record Fault(@Nullable PaymentId payment, RuntimeException cause) {}

  /** What became of a question about one payment. */
  sealed interface Asked {

    /** Daraja was asked, or the payment is paid and needs no question. */
    record Answered(Details payment) implements Asked {}

    /** There is no such payment. */
    record NotFound() implements Asked {}

    /** Daraja never named the push, so it cannot be asked about it. */
    record NotQueryable() implements Asked {}

    /** It was asked a moment ago; ask again at {@code until}. */
    record TooSoon(Instant until) implements Asked {}
  }
}
