package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_EVENT;

import io.hakika.adapter.persistence.jooq.schema.tables.records.HkEventRecord;
import io.hakika.application.port.driven.EventLog.Logged;
import io.hakika.domain.PaymentEvent;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.Review;

/** Turns events into rows, and rows into events. */
final class EventRows {

  private final PersonalData personal;

  EventRows(PersonalData personal) {
    this.personal = personal;
  }

  /** A new row, which nobody tells yet. */
  HkEventRecord row(PaymentEvent event, int version) {
    var row = new HkEventRecord();
    row.setPaymentId(event.payment().value());
    row.setVersion(version);
    row.setAttempts(0);
    row.setType(event.type());
    row.setAt(Micros.cut(event.at()));
    if (event instanceof PaymentEvent.Submitted submitted) {
      row.setCheckoutStored(personal.stored(submitted.checkoutRequestId()));
    } else if (event instanceof PaymentEvent.Paid paid) {
      row.setReceipt(paid.receipt() == null ? null : paid.receipt().value());
    } else if (event instanceof PaymentEvent.Failed failed) {
      write(row, failed.decline());
    } else if (event instanceof PaymentEvent.NeedsReview needs) {
      write(row, needs.review());
    } else if (event instanceof PaymentEvent.Contradicted contradicted) {
      row.setDetail(contradicted.detail());
    }
    return row;
  }

  private static void write(HkEventRecord row, Decline decline) {
    row.setCode(decline.code());
    row.setReason(decline.reason().value());
    row.setCategory(Words.CATEGORY.spell(decline.category()));
    row.setSource(Words.FAILURE_SOURCE.spell(decline.source()));
  }

  private static void write(HkEventRecord row, Review review) {
    row.setReason(Words.REVIEW_REASON.spell(review.reason()));
    row.setDetail(review.detail());
    row.setSince(Micros.cut(review.since()));
  }

  Logged logged(HkEventRecord row) {
    return new Logged(row.getNumber(), row.getVersion(), row.getAttempts(), event(row));
  }

  private PaymentEvent event(HkEventRecord row) {
    var cells = new Cells(row, row.getPaymentId());
    var payment = cells.need(HK_EVENT.PAYMENT_ID, PaymentId::new);
    var at = cells.need(HK_EVENT.AT);
    return cells.need(
        HK_EVENT.TYPE,
        type ->
            switch (type) {
              case "payment.submitted" ->
                  new PaymentEvent.Submitted(
                      payment,
                      cells.need(HK_EVENT.CHECKOUT_STORED, personal::checkoutRequestId),
                      at);
              case "payment.paid" ->
                  new PaymentEvent.Paid(payment, cells.maybe(HK_EVENT.RECEIPT, Receipt::new), at);
              case "payment.failed" -> new PaymentEvent.Failed(payment, decline(cells), at);
              case "payment.needs_review" ->
                  new PaymentEvent.NeedsReview(payment, review(cells), at);
              case "payment.contradicted" ->
                  new PaymentEvent.Contradicted(payment, cells.need(HK_EVENT.DETAIL), at);
              default -> throw new IllegalArgumentException("\"" + type + "\" is no type of event");
            });
  }

  private static Decline decline(Cells cells) {
    var reason = cells.need(HK_EVENT.REASON, ProviderText::new);
    var category = cells.need(HK_EVENT.CATEGORY, Words.CATEGORY::read);
    var source = cells.need(HK_EVENT.SOURCE, Words.FAILURE_SOURCE::read);
    return cells.need(HK_EVENT.CODE, code -> new Decline(code, reason, category, source));
  }

  private static Review review(Cells cells) {
    return new Review(
        cells.need(HK_EVENT.REASON, Words.REVIEW_REASON::read),
        cells.need(HK_EVENT.DETAIL),
        cells.need(HK_EVENT.SINCE));
  }
}
