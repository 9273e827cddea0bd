package io.hakika.adapter.persistence.jooq;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;

/** Takes rows that were chosen without a lock, unless somebody else took them meanwhile. */
final class Claims {

  private Claims() {}

  /**
   * Runs a claim for each row, in that order, and returns the rows that were still there to take.
   *
   * @param claim an update that touches its row only if it still is as it was read
   */
  static <R> List<R> won(DSLContext sql, List<R> chosen, Function<R, Query> claim) {
    var batch = new Batch();
    var places = chosen.stream().map(row -> batch.oneOrNone(claim.apply(row))).toList();
    var outcome = batch.run(sql);
    var won = new ArrayList<R>();
    for (var index = 0; index < chosen.size(); index++) {
      if (!outcome.missed(places.get(index))) {
        won.add(chosen.get(index));
      }
    }
    return won;
  }
}
