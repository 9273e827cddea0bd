package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_TALLY;

import io.hakika.adapter.persistence.jooq.schema.tables.records.HkTallyRecord;
import java.util.List;
import org.jooq.TableField;

/** The counters beside a payment. */
final class TallyColumns {

  static final List<TableField<HkTallyRecord, Long>> COUNTERS =
      List.of(
          HK_TALLY.LINES,
          HK_TALLY.APPLIED,
          HK_TALLY.DUPLICATE,
          HK_TALLY.CONTRADICTORY,
          HK_TALLY.MISMATCHED,
          HK_TALLY.MALFORMED,
          HK_TALLY.REFUSED,
          HK_TALLY.BODIES,
          HK_TALLY.CALLBACK_COUNT,
          HK_TALLY.QUERY_COUNT);

  private TallyColumns() {}

  /** Counts the callbacks of one verdict. */
  static TableField<HkTallyRecord, Long> of(String verdict) {
    return switch (verdict) {
      case "applied" -> HK_TALLY.APPLIED;
      case "duplicate" -> HK_TALLY.DUPLICATE;
      case "contradictory" -> HK_TALLY.CONTRADICTORY;
      case "mismatched" -> HK_TALLY.MISMATCHED;
      case "malformed" -> HK_TALLY.MALFORMED;
      case "refused" -> HK_TALLY.REFUSED;
      default -> throw new IllegalArgumentException("\"" + verdict + "\" is no verdict");
    };
  }
}
