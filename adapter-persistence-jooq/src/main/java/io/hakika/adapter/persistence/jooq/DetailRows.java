package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;
import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_TALLY;

import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.LastAnswer;
import io.hakika.application.port.driven.PaymentStore.Answer;
import io.hakika.domain.value.ProviderText;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Turns a payment's row, joined with its tally, into what people are shown. */
record DetailRows(PaymentReader reader) {

  /** What of the tally is shown. */
  static final List<Field<?>> COUNTED =
      List.of(
          HK_TALLY.CALLBACK_COUNT,
          HK_TALLY.CALLBACK_AT,
          HK_TALLY.CALLBACK_CODE,
          HK_TALLY.CALLBACK_DESC,
          HK_TALLY.QUERY_COUNT,
          HK_TALLY.QUERY_AT,
          HK_TALLY.QUERY_CODE,
          HK_TALLY.QUERY_DESC);

  Details details(Record joined) {
    var stored = reader.stored(joined.into(HK_PAYMENT));
    var cells = new Cells(joined, stored.payment().id().value());
    return new Details(stored.payment(), stored.version(), lastCallback(cells), lastQuery(cells));
  }

  private static @Nullable LastAnswer lastCallback(Cells cells) {
    var count = cells.need(HK_TALLY.CALLBACK_COUNT);
    return count == 0
        ? null
        : new LastAnswer(
            answer(cells, HK_TALLY.CALLBACK_CODE, HK_TALLY.CALLBACK_DESC),
            cells.need(HK_TALLY.CALLBACK_AT),
            count);
  }

  private static @Nullable LastAnswer lastQuery(Cells cells) {
    var count = cells.need(HK_TALLY.QUERY_COUNT);
    return count == 0
        ? null
        : new LastAnswer(
            answer(cells, HK_TALLY.QUERY_CODE, HK_TALLY.QUERY_DESC),
            cells.need(HK_TALLY.QUERY_AT),
            count);
  }

  private static Answer answer(Cells cells, Field<String> code, Field<String> words) {
    return new Answer(cells.maybe(code, Function.identity()), cells.need(words, ProviderText::new));
  }
}
