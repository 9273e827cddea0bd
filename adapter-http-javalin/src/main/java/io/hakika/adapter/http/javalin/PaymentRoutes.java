package io.hakika.adapter.http.javalin;

import io.hakika.adapter.http.javalin.body.FieldError;
import io.hakika.adapter.http.javalin.body.Fields;
import io.hakika.adapter.http.javalin.body.InvalidRequest;
import io.hakika.adapter.http.javalin.body.ListFields;
import io.hakika.adapter.http.javalin.body.PaymentBody;
import io.hakika.adapter.http.javalin.body.PaymentsBody;
import io.hakika.adapter.http.javalin.body.TimelineBody;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.Page;
import io.hakika.application.port.driving.FindPayments;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows payments: one, its history, a list. */
final class PaymentRoutes {

  private final FindPayments payments;
  private final Visible visible;
  private final Gate gate;
  private final URI publicUrl;

  PaymentRoutes(FindPayments payments, Gate gate, HttpConfig http) {
    this.payments = payments;
    this.visible = new Visible(payments);
    this.gate = gate;
    this.publicUrl = http.publicUrl();
  }

  Supplier<Reply> one(Context ctx) {
    var key = gate.admit(ctx, Scope.READ);
    Fields.ofQuery(ctx.queryString()).check();
    var id = Visible.id(ctx);
    return () -> Reply.json(200, PaymentBody.of(visible.find(id, key), publicUrl));
  }

  Supplier<Reply> timeline(Context ctx) {
    var key = gate.admit(ctx, Scope.READ);
    var asked = ListFields.ofTimeline(Fields.ofQuery(ctx.queryString()));
    var id = Visible.id(ctx);
    return () -> timeline(visible.find(id, key), asked, key);
  }

  private Reply timeline(Details details, ListFields asked, ApiKey key) {
    var order = details.payment().order();
    var page =
        at(asked.cursor(), () -> payments.timeline(order.id(), asked.limit(), asked.cursor()));
    return Reply.json(
        200,
        key.may(Scope.REVIEW)
            ? TimelineBody.withBodies(page, order.callbackToken())
            : TimelineBody.withoutBodies(page));
  }

  Supplier<Reply> list(Context ctx) {
    var key = gate.admit(ctx, Scope.READ);
    return listed(ListFields.ofPayments(Fields.ofQuery(ctx.queryString())), key);
  }

  Supplier<Reply> search(Context ctx) {
    var key = gate.admit(ctx, Scope.READ);
    return listed(ListFields.ofPayments(Bodies.fields(ctx)), key);
  }

  private Supplier<Reply> listed(ListFields asked, ApiKey key) {
    var mine = key.accounts();
    if (mine == null) {
      return () -> list(asked);
    }
    var wanted = asked.filter().accounts();
    if (wanted == null) {
      return () -> list(asked.within(mine));
    }
    return mine.containsAll(wanted) ? () -> list(asked) : () -> Reply.json(200, PaymentsBody.EMPTY);
  }

  private Reply list(ListFields asked) {
    var page =
        at(asked.cursor(), () -> payments.list(asked.filter(), asked.limit(), asked.cursor()));
    return Reply.json(200, PaymentsBody.of(page, publicUrl));
  }

  /** Only whoever reads a list can tell whether a cursor is one of its own. */
  private static <T> Page<T> at(@Nullable String cursor, Supplier<Page<T>> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException e) {
      if (cursor == null) {
        throw e;
      }
      throw new InvalidRequest(List.of(new FieldError("cursor", "is no cursor of this list")));
    }
  }
}
