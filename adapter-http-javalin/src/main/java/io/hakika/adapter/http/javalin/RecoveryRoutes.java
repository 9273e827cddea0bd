package io.hakika.adapter.http.javalin;

import io.hakika.adapter.http.javalin.body.PaymentBody;
import io.hakika.application.port.driving.RecoverPayments;
import io.hakika.application.port.driving.RecoverPayments.Asked;
import io.hakika.domain.value.PaymentId;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.util.function.Supplier;

/** "The customer says they paid": {@code POST /v1/payments/{id}/recover}. */
final class RecoveryRoutes {

  private final RecoverPayments recovery;
  private final Visible visible;
  private final Gate gate;
  private final URI publicUrl;
  private final Clock clock;

  RecoveryRoutes(Ports ports, Gate gate, HttpConfig http) {
    this.recovery = ports.recovery();
    this.visible = new Visible(ports.payments());
    this.gate = gate;
    this.publicUrl = http.publicUrl();
    this.clock = http.clock();
  }

  Supplier<Reply> recover(Context ctx) {
    var key = gate.admit(ctx, Scope.CHECKOUT, Scope.REVIEW);
    Bodies.nothing(ctx);
    var id = Visible.id(ctx);
    return () -> {
      visible.check(id, key);
      return answer(id);
    };
  }

  private Reply answer(PaymentId id) {
    var asked = recovery.recover(id);
    if (asked instanceof Asked.Answered answered) {
      return Reply.json(200, PaymentBody.of(answered.payment(), publicUrl));
    }
    if (asked instanceof Asked.TooSoon soon) {
      throw Problem.of(ProblemCode.TOO_SOON, "Daraja was asked about this payment a moment ago.")
          .retryAt(soon.until(), clock.instant());
    }
    throw asked instanceof Asked.NotQueryable
        ? Problem.of(
            ProblemCode.NOT_QUERYABLE,
            "Daraja has not named this payment's push, so it cannot be asked about it.")
        : Problem.noSuchPayment();
  }
}
