package io.hakika.adapter.http.javalin.body;

import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.Page;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list of payments.
 *
 * @param nextCursor null at the end
 */
public record PaymentsBody(List<PaymentBody> data, @Nullable String nextCursor) {

  /** A list without payments. */
  public static final PaymentsBody EMPTY = new PaymentsBody(List.of(), null);

  public static PaymentsBody of(Page<Details> page, URI publicUrl) {
    var data = page.data().stream().map(details -> PaymentBody.of(details, publicUrl)).toList();
    return new PaymentsBody(data, page.nextCursor());
  }
}
