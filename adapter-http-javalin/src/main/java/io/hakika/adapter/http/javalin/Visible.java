package io.hakika.adapter.http.javalin;

import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driving.FindPayments;
import io.hakika.domain.value.PaymentId;
import io.javalin.http.Context;

/**
 * The payments that a key may see. One that it may not see does not exist for it, so that nobody
 * learns of another account's payments by guessing.
 */
final class Visible {

  private final FindPayments payments;

  Visible(FindPayments payments) {
    this.payments = payments;
  }

  /** The id in the address of the request. */
  static PaymentId id(Context ctx) {
    try {
      return new PaymentId(ctx.pathParam("id"));
    } catch (IllegalArgumentException e) {
      throw Problem.noSuchPayment();
    }
  }

  Details find(PaymentId id, ApiKey key) {
    return payments
        .find(id)
        .filter(details -> key.reaches(details.payment().order().account()))
        .orElseThrow(Problem::noSuchPayment);
  }

  /** Makes sure that {@code key} may see a payment; costs nothing where it may see all. */
  void check(PaymentId id, ApiKey key) {
    if (key.accounts() != null) {
      find(id, key);
    }
  }
}
