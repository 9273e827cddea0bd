package io.hakika.application;

import io.hakika.application.port.driving.StartCheckout.Request;
import io.hakika.domain.Order;
import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.StatusToken;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Turns a request into an order of its own: an id, two tokens, and the defaults filled in. */
final class OrderMint {

  private final CallbackTokens tokens;
  private final RandomGenerator random;

  OrderMint(CallbackTokens tokens, RandomGenerator random) {
    this.tokens = tokens;
    this.random = random;
  }

  Order order(Request request, Instant at) {
    var id = PaymentId.create(at, random);
    var given = request.accountReference();
    return new Order(
        id,
        request.orderId(),
        request.account(),
        request.phone(),
        request.amount(),
        given != null ? given : AccountReference.forOrder(request.orderId(), id),
        request.description(),
        request.metadata(),
        request.supersedes(),
        tokens.create(),
        StatusToken.create(random),
        at);
  }
}
