package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_ENTRY;
import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_TALLY;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.update;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.hakika.adapter.persistence.jooq.schema.tables.records.HkTallyRecord;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.domain.value.PaymentId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;

/**
 * Writes lines of history and what is counted with them.
 *
 * <p>The tally's row is written first: it gives the lines their numbers, in the order in which
 * their writers commit, and says whether there is room for one more, so that nobody has to read it
 * before.
 */
final class History {

  /** As many callbacks of one verdict, and as many bodies, as are kept of one payment. */
  private static final long MOST = 200;

  private static final String REFUSED = "refused";

  private final String payment;
  private final Batch batch;

  History(PaymentId payment, Batch batch) {
    this.payment = payment.value();
    this.batch = batch;
  }

  /** Begins the history of a payment that was just written. */
  void begin() {
    var row = new HkTallyRecord();
    row.setPaymentId(payment);
    for (var counter : TallyColumns.COUNTERS) {
      row.set(counter, 0L);
    }
    batch.one(insertInto(HK_TALLY).set(row));
  }

  /** Adds lines, in this order. */
  void write(List<Entry> entries) {
    for (var from = 0; from < entries.size(); ) {
      var to = endOfRun(entries, from);
      writeRun(entries.subList(from, to));
      from = to;
    }
  }

  /** A run is a line that is counted, or none, and the plain lines after it. */
  private static int endOfRun(List<Entry> entries, int from) {
    var to = from + 1;
    while (to < entries.size() && !isCounted(entries.get(to))) {
      to++;
    }
    return to;
  }

  private static boolean isCounted(Entry entry) {
    return entry.kind() == EntryKind.CALLBACK || entry.kind() == EntryKind.QUERY;
  }

  private void writeRun(List<Entry> run) {
    batch.one(count(run));
    for (var place = 0; place < run.size(); place++) {
      batch.any(insert(run.get(place), run.size() - 1 - place));
    }
  }

  private Query count(List<Entry> run) {
    var counts = new HashMap<Field<?>, Object>();
    counts.put(HK_TALLY.LINES, HK_TALLY.LINES.plus(run.size()));
    var first = run.get(0);
    if (first.kind() == EntryKind.CALLBACK) {
      countCallback(first, counts);
    } else if (first.kind() == EntryKind.QUERY) {
      countQuery(first, counts);
    }
    return update(HK_TALLY).set(counts).where(HK_TALLY.PAYMENT_ID.eq(payment));
  }

  private static void countCallback(Entry entry, Map<Field<?>, Object> counts) {
    var verdict = verdict(entry);
    var tally = TallyColumns.of(verdict);
    counts.put(tally, tally.plus(1));
    if (entry.body() != null) {
      counts.put(HK_TALLY.BODIES, HK_TALLY.BODIES.plus(when(tally.lt(MOST), 1).otherwise(0)));
    }
    var answer = entry.answer();
    if (answer != null && !verdict.equals(REFUSED)) {
      counts.put(HK_TALLY.CALLBACK_COUNT, HK_TALLY.CALLBACK_COUNT.plus(1));
      counts.put(HK_TALLY.CALLBACK_AT, Micros.cut(entry.at()));
      counts.put(HK_TALLY.CALLBACK_CODE, answer.resultCode());
      counts.put(HK_TALLY.CALLBACK_DESC, answer.resultDesc().value());
    }
  }

  private static void countQuery(Entry entry, Map<Field<?>, Object> counts) {
    var answer = entry.answer();
    if (answer != null) {
      counts.put(HK_TALLY.QUERY_COUNT, HK_TALLY.QUERY_COUNT.plus(1));
      counts.put(HK_TALLY.QUERY_AT, Micros.cut(entry.at()));
      counts.put(HK_TALLY.QUERY_CODE, answer.resultCode());
      counts.put(HK_TALLY.QUERY_DESC, answer.resultDesc().value());
    }
  }

  /** The line, if there is room for it, numbered as the {@code back}th before the run's last. */
  private Query insert(Entry entry, long back) {
    var row = EntryRows.row(entry);
    var callback = entry.kind() == EntryKind.CALLBACK;
    var body = val(entry.body(), HK_ENTRY.BODY);
    var cells = new LinkedHashMap<Field<?>, Field<?>>();
    for (var column : HK_ENTRY.fields()) {
      cells.put(column, val(row.get(column), column));
    }
    cells.put(HK_ENTRY.PAYMENT_ID, HK_TALLY.PAYMENT_ID);
    cells.put(HK_ENTRY.LINE, HK_TALLY.LINES.minus(back));
    cells.put(HK_ENTRY.BODY, callback ? when(HK_TALLY.BODIES.le(MOST), body) : body);
    return insertInto(HK_ENTRY, cells.keySet())
        .select(
            select(cells.values())
                .from(HK_TALLY)
                .where(HK_TALLY.PAYMENT_ID.eq(payment))
                .and(callback ? hasRoom(entry) : noCondition()));
  }

  private static Condition hasRoom(Entry callback) {
    return TallyColumns.of(verdict(callback)).le(MOST);
  }

  private static String verdict(Entry callback) {
    var verdict = callback.detail().get("verdict");
    if (verdict == null) {
      throw new IllegalArgumentException("a callback entry without detail.verdict");
    }
    return verdict;
  }
}
