package io.hakika.domain;

import io.hakika.domain.value.RequestIds;

/**
 * What a callback amounts to for one payment, by the same questions in the same order in every
 * state: does it speak of our push, of which outcome, and is a success as good as it says?
 *
 * @param facts what is known once the callback's ids are taken in; unchanged for a mismatch
 */
record Judgement(Kind kind, Facts facts) {

  enum Kind {
    MISMATCHED,
    NO_OUTCOME,
    FAILURE,
    FAILURE_WITH_RECEIPT,
    TAKEN_RECEIPT,
    WRONG_AMOUNT,
    BARE,
    GOOD
  }

  static Judgement of(Payment payment, Evidence.Callback callback) {
    var facts = payment.facts();
    if (speaksOfAnotherPush(facts, callback)) {
      return new Judgement(Kind.MISMATCHED, facts);
    }
    return new Judgement(kind(payment.order(), callback), facts.withIds(ids(facts, callback)));
  }

  /** Whether the callback brings a receipt that this payment may hold. */
  static boolean bringsFreeReceipt(Evidence.Callback callback) {
    return callback.said().receipt() != null && !callback.elsewhere().receipt();
  }

  private static boolean speaksOfAnotherPush(Facts facts, Evidence.Callback callback) {
    var named = callback.said().checkoutRequestId();
    if (named == null) {
      return true;
    }
    var stored = facts.ids();
    return stored == null
        ? callback.elsewhere().checkoutRequestId()
        : !named.equals(stored.checkoutRequestId());
  }

  private static RequestIds ids(Facts facts, Evidence.Callback callback) {
    var said = callback.said();
    var stored = facts.ids();
    if (stored != null) {
      return stored.completedBy(said.merchantRequestId());
    }
    var named = said.checkoutRequestId();
    if (named == null) {
      throw new IllegalStateException("a callback without a CheckoutRequestID was not mismatched");
    }
    return new RequestIds(named, said.merchantRequestId());
  }

  private static Kind kind(Order order, Evidence.Callback callback) {
    return switch (callback.said().outcome()) {
      case NO_OUTCOME -> Kind.NO_OUTCOME;
      case FAILURE -> callback.said().receipt() == null ? Kind.FAILURE : Kind.FAILURE_WITH_RECEIPT;
      case SUCCESS -> success(order, callback);
    };
  }

  private static Kind success(Order order, Evidence.Callback callback) {
    var said = callback.said();
    if (callback.elsewhere().receipt()) {
      return Kind.TAKEN_RECEIPT;
    }
    if (said.amount() != null && !said.amount().is(order.amount())) {
      return Kind.WRONG_AMOUNT;
    }
    return said.receipt() == null ? Kind.BARE : Kind.GOOD;
  }
}
