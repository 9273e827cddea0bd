package io.hakika.application.port.driven;

import io.hakika.application.port.driven.PaymentStore.Answer;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.domain.Payment;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads payments for people and programs. Changes nothing. Safe for use by many threads. */
public interface PaymentQueries {

  /** Everything about one payment. */
  Optional<Details> details(PaymentId id);

  /**
   * The payments that match, newest first.
   *
   * @param cursor null for the first page
   * @throws IllegalArgumentException if the cursor is none of this list's
   */
  Page<Details> list(Filter filter, int limit, @Nullable String cursor);

  /**
   * The history of one payment, oldest first; empty where there is no such payment.
   *
   * @param cursor null for the first page
   * @throws IllegalArgumentException if the cursor is none of this list's
   */
  Page<Entry> timeline(PaymentId id, int limit, @Nullable String cursor);

  /**
   * A payment with what is counted beside it.
   *
   * @param version one, and one more for each change of status
   * @param lastCallback null until a readable callback came
   * @param lastQuery null until Daraja was asked
   */
  record Details(
      Payment payment,
      int version,
      @Nullable LastAnswer lastCallback,
      @Nullable LastAnswer lastQuery) {}

  /** The last of several answers, and how many there were. */
  record LastAnswer(Answer answer, Instant at, long count) {}

  /**
   * Part of a list.
   *
   * @param nextCursor what to ask the next part with; null at the end
   */
  record Page<T>(List<T> data, @Nullable String nextCursor) {

    public Page {
      data = List.copyOf(data);
    }
  }

  /**
   * Which payments to list; every condition that is not null must hold.
   *
   * @param accounts only these merchant accounts; null: all
   * @param from earliest creation, inclusive
   * @param to latest creation, exclusive
   */
  record Filter(
      @Nullable PaymentStatus status,
      @Nullable OrderId orderId,
      @Nullable Msisdn phone,
      @Nullable CheckoutRequestId checkoutRequestId,
      @Nullable Receipt receipt,
      @Nullable Attention attention,
      @Nullable Set<MerchantAccount> accounts,
      @Nullable Instant from,
      @Nullable Instant to) {

    /** Every payment. */
    public static final Filter ALL =
        new Filter(null, null, null, null, null, null, null, null, null);
  }
}
