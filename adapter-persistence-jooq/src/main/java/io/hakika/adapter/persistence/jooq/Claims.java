package io.hakika.adapter.persistence.jooq;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes rows that were chosen without a lock, unless somebody else took them meanwhile. */
final class Claims {

  private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

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

  /**
   * Reads what was won. What cannot be read is reported and left out, so that it does not hold up
   * everything else: a newer version may have written it. It is claimed again when its lease ends.
   */
  static <R, T> List<T> read(List<R> won, Function<R, T> reader) {
    var read = new ArrayList<T>();
    for (var row : won) {
      try {
        read.add(reader.apply(row));
      } catch (IllegalStateException unreadable) {
        LOG.error("Left alone what was claimed: {}", unreadable.getMessage());
      }
    }
    return read;
  }
}
