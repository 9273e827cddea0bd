package io.hakika.adapter.http.javalin;

import io.hakika.adapter.http.javalin.body.CallbackBody;
import io.hakika.application.port.driving.ReceiveCallback;
import io.hakika.application.port.driving.ReceiveCallback.Delivery;
import io.hakika.domain.value.CallbackToken;
import io.javalin.http.Context;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Takes Daraja's callbacks: {@code POST /callbacks/stk/{token}}. First the token, then the sender's
 * address, then the body, of whatever type it says it is. (The server has gathered the body before;
 * here nobody looks at it until the token is known.)
 */
final class CallbackRoutes {

  private final ReceiveCallback callbacks;
  private final AllowedIps allowed;
  private final Callers callers;
  private final LongAdder fromElsewhere = new LongAdder();

  CallbackRoutes(ReceiveCallback callbacks, HttpConfig http) {
    this.callbacks = callbacks;
    this.allowed = http.callbackAllowedIps();
    this.callers = new Callers(http.trustedProxies());
  }

  Supplier<Reply> receive(Context ctx) {
    var token = ctx.pathParam("token");
    if (!CallbackToken.looksRight(token)) {
      throw notOurs();
    }
    return () -> answer(ctx, new CallbackToken(token));
  }

  /** How many callbacks came from addresses that are not on the list. */
  long fromElsewhere() {
    return fromElsewhere.sum();
  }

  private Reply answer(Context ctx, CallbackToken token) {
    if (!kept(() -> callbacks.recognises(token.value()))) {
      throw notOurs();
    }
    var refused = comesFromElsewhere(ctx) && allowed.mode() == AllowedIps.Mode.ENFORCE;
    var delivery = new Delivery(token, Bodies.bytes(ctx), refused);
    return switch (kept(() -> callbacks.receive(delivery))) {
      case ACCEPTED -> Reply.json(200, CallbackBody.ACCEPTED);
      case MALFORMED -> throw Problem.of(ProblemCode.INVALID_REQUEST, "This is no STK callback.");
      case REFUSED ->
          throw Problem.of(ProblemCode.FORBIDDEN, "Callbacks are not believed from this address.");
      case OVERFLOW -> throw Problem.unavailable("Too many callbacks without a payment.");
    };
  }

  private boolean comesFromElsewhere(Context ctx) {
    var networks = allowed.networks();
    if (networks.isEmpty() || callers.address(ctx).filter(networks::contains).isPresent()) {
      return false;
    }
    fromElsewhere.increment();
    return true;
  }

  /** Whatever breaks, nothing was kept, and that has to be said: nobody sends a callback twice. */
  private static <T> T kept(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | StackOverflowError e) {
      Faults.log("keeping a callback", e);
      throw Problem.unavailable("This callback could not be kept.");
    }
  }

  private static Problem notOurs() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is nothing at this address.");
  }
}
