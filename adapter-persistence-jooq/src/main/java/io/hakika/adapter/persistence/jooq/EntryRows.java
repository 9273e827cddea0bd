package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_ENTRY;

import io.hakika.adapter.persistence.jooq.schema.tables.records.HkEntryRecord;
import io.hakika.application.port.driven.PaymentStore.Answer;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.domain.value.ProviderText;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns lines of history into rows, and rows into lines. */
final class EntryRows {

  private static final int LONGEST_SUMMARY = HK_ENTRY.SUMMARY.getDataType().length();

  private EntryRows() {}

  /** The row of a line, but for its payment, its number and its body. */
  static HkEntryRecord row(Entry entry) {
    var row = new HkEntryRecord();
    row.setAt(Micros.cut(entry.at()));
    row.setKind(Words.ENTRY_KIND.spell(entry.kind()));
    row.setVerdict(entry.kind() == EntryKind.CALLBACK ? entry.detail().get("verdict") : null);
    row.setSummary(cut(entry.summary()));
    row.setDetail(FlatJson.write(entry.detail()));
    var answer = entry.answer();
    if (answer != null) {
      row.setResultCode(answer.resultCode());
      row.setResultDesc(answer.resultDesc().value());
    }
    return row;
  }

  /** A summary is words for people: rather cut than refused, for the line must be kept. */
  private static String cut(String summary) {
    return summary.length() <= LONGEST_SUMMARY
        ? summary
        : summary.substring(0, LONGEST_SUMMARY - 1) + "…";
  }

  static Entry entry(HkEntryRecord row) {
    var cells = new Cells(row, row.getPaymentId());
    return new Entry(
        cells.need(HK_ENTRY.AT),
        cells.need(HK_ENTRY.KIND, Words.ENTRY_KIND::read),
        cells.need(HK_ENTRY.SUMMARY),
        cells.need(HK_ENTRY.DETAIL, FlatJson::read),
        answer(cells),
        cells.maybe(HK_ENTRY.BODY, Function.identity()));
  }

  private static @Nullable Answer answer(Cells cells) {
    var words = cells.maybe(HK_ENTRY.RESULT_DESC, ProviderText::new);
    return words == null
        ? null
        : new Answer(cells.maybe(HK_ENTRY.RESULT_CODE, Function.identity()), words);
  }
}
