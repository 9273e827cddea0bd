package io.hakika.adapter.http.javalin;

import io.hakika.adapter.http.javalin.body.CheckoutFields;
import io.hakika.adapter.http.javalin.body.FieldError;
import io.hakika.adapter.http.javalin.body.Fields;
import io.hakika.adapter.http.javalin.body.PaymentBody;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driving.StartCheckout;
import io.hakika.application.port.driving.StartCheckout.Request;
import io.hakika.application.port.driving.StartCheckout.Result;
import io.hakika.domain.Pending;
import io.hakika.domain.Submitted;
import io.javalin.http.Context;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Starts checkouts: {@code POST /v1/payments}. */
final class CheckoutRoutes {

  private static final String KEY = "Idempotency-Key";
  private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7E]{1,255}");

  /** By then most prompts have been answered, one way or the other. */
  private static final Duration OPEN_PAYMENT_SETTLES = Duration.ofSeconds(30);

  private final StartCheckout checkout;
  private final CheckoutFields fields;
  private final Gate gate;
  private final URI publicUrl;
  private final Clock clock;

  CheckoutRoutes(StartCheckout checkout, Gate gate, HttpConfig http) {
    this.checkout = checkout;
    this.fields = new CheckoutFields(checkout);
    this.gate = gate;
    this.publicUrl = http.publicUrl();
    this.clock = http.clock();
  }

  Supplier<Reply> start(Context ctx) {
    var key = gate.admit(ctx, Scope.CHECKOUT);
    var body = Bodies.fields(ctx);
    var request = fields.read(body, key.name(), idempotencyKey(ctx, body));
    if (!key.reaches(request.account())) {
      throw Problem.of(
          ProblemCode.FORBIDDEN,
          "This key takes no payments for the account "
              + request.account()
              + "; name another in the field account.");
    }
    return () -> answer(request);
  }

  private static @Nullable String idempotencyKey(Context ctx, Fields fields) {
    var headers = ctx.req().getHeaders(KEY);
    if (!headers.hasMoreElements()) {
      return null;
    }
    var key = headers.nextElement();
    if (headers.hasMoreElements()) {
      fields.fault(new FieldError(KEY, "is there twice"));
    } else if (!KEY_FORM.matcher(key).matches()) {
      fields.fault(new FieldError(KEY, "has to be 1 to 255 visible ASCII characters"));
    }
    return key;
  }

  private Reply answer(Request request) {
    var result = checkout.start(request);
    if (result instanceof Result.Started started) {
      return payment(started.payment());
    }
    if (result instanceof Result.Replayed replayed) {
      return payment(replayed.payment()).header("Idempotent-Replayed", "true");
    }
    throw refusal(result);
  }

  private Reply payment(Details details) {
    var payment = details.payment();
    var status = payment instanceof Pending ? 202 : 201;
    return Reply.json(status, PaymentBody.of(details, publicUrl))
        .header("Location", "/v1/payments/" + payment.id());
  }

  private Problem refusal(Result result) {
    if (result instanceof Result.Invalid invalid) {
      return Problem.invalid(
          "One field cannot be accepted.",
          List.of(new FieldError(invalid.field(), invalid.message())));
    }
    if (result instanceof Result.KeyReused) {
      return Problem.of(
          ProblemCode.IDEMPOTENCY_KEY_REUSED,
          "This Idempotency-Key was used before, for a request that said something else.");
    }
    if (result instanceof Result.OrderAlreadyPaid paid) {
      return about(
          paid.payment(),
          Problem.of(ProblemCode.ORDER_ALREADY_PAID, "This order is paid already."));
    }
    if (result instanceof Result.OrderInProgress open) {
      return inProgress(open.payment());
    }
    return phoneRefusal(result);
  }

  private Problem inProgress(Details open) {
    var problem =
        about(
            open,
            Problem.of(
                ProblemCode.ORDER_IN_PROGRESS,
                "This order has an open payment; only one that failed may be tried again."));
    var settlesByItself = open.payment() instanceof Pending || open.payment() instanceof Submitted;
    var now = clock.instant();
    return settlesByItself ? problem.retryAt(now.plus(OPEN_PAYMENT_SETTLES), now) : problem;
  }

  private Problem phoneRefusal(Result result) {
    var now = clock.instant();
    if (result instanceof Result.PromptInProgress open) {
      return about(
              open.payment(),
              Problem.of(
                  ProblemCode.PROMPT_IN_PROGRESS,
                  "This phone has an open prompt of another payment."))
          .retryAt(open.until(), now);
    }
    var limit = (Result.PhoneLimit) result;
    return Problem.of(
            ProblemCode.PHONE_LIMIT, "This phone had all the prompts it may have in 24 hours.")
        .retryAt(limit.until(), now);
  }

  private Problem about(Details other, Problem problem) {
    var payment = other.payment();
    return problem
        .with("paymentId", payment.id().value())
        .with("paymentStatus", payment.status().code())
        .with("statusUrl", PaymentBody.statusUrl(payment.order(), publicUrl));
  }
}
