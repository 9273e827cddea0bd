package io.hakika.adapter.http.javalin;

import io.hakika.adapter.http.javalin.body.PaymentBody;
import io.hakika.adapter.http.javalin.body.ResolutionFields;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driving.ReviewPayments;
import io.hakika.application.port.driving.ReviewPayments.Resolution;
import io.hakika.application.port.driving.ReviewPayments.Result;
import io.javalin.http.Context;
import java.net.URI;
import java.util.function.Supplier;

/** Takes a person's decisions: {@code POST /v1/payments/{id}/resolution}. */
final class ReviewRoutes {

  private final ReviewPayments reviews;
  private final Visible visible;
  private final Gate gate;
  private final URI publicUrl;

  ReviewRoutes(Ports ports, Gate gate, HttpConfig http) {
    this.reviews = ports.reviews();
    this.visible = new Visible(ports.payments());
    this.gate = gate;
    this.publicUrl = http.publicUrl();
  }

  Supplier<Reply> resolve(Context ctx) {
    var key = gate.admit(ctx, Scope.REVIEW);
    var fields = Bodies.fields(ctx);
    var id = Visible.id(ctx);
    var resolution = ResolutionFields.read(fields, id, key.name());
    return () -> {
      visible.check(id, key);
      return answer(resolution);
    };
  }

  private Reply answer(Resolution resolution) {
    var result = reviews.resolve(resolution);
    if (result instanceof Result.Resolved resolved) {
      return Reply.json(200, PaymentBody.of(resolved.payment(), publicUrl));
    }
    throw refusal(result);
  }

  private static Problem refusal(Result result) {
    if (result instanceof Result.NotReviewable not) {
      return about(
          not.payment(),
          Problem.of(
              ProblemCode.NOT_REVIEWABLE,
              "Only a payment that needs review is resolved, only a failed one reopened."));
    }
    if (result instanceof Result.VersionConflict conflict) {
      return about(
          conflict.payment(),
          Problem.of(ProblemCode.VERSION_CONFLICT, "The payment has changed since that version."));
    }
    return result instanceof Result.ReceiptTaken
        ? Problem.of(ProblemCode.RECEIPT_TAKEN, "This receipt belongs to another payment.")
        : Problem.noSuchPayment();
  }

  private static Problem about(Details details, Problem problem) {
    return problem
        .with("paymentStatus", details.payment().status().code())
        .with("version", details.version());
  }
}
