package io.hakika.adapter.persistence.jooq;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;

/**
 * Statements that go to the database together, in one round trip, and are all of one transaction.
 *
 * <p>Their values stand in the statements, escaped by jOOQ, because a batch of different statements
 * cannot be prepared. All of them run, so what each came to is looked at afterwards.
 */
final class Batch {

  private static final int ANY = -1;

  private final List<Query> statements = new ArrayList<>();
  private final List<Integer> expected = new ArrayList<>();

  /** Adds a statement that may touch any number of rows. */
  void any(Query statement) {
    statements.add(statement);
    expected.add(ANY);
  }

  /** Adds a statement that touches one row, as surely as this code is right. */
  void one(Query statement) {
    statements.add(statement);
    expected.add(1);
  }

  /**
   * Adds a statement that touches one row, or none where somebody else was faster.
   *
   * @return its place, to ask {@link Outcome#missed} with
   */
  int oneOrNone(Query statement) {
    statements.add(statement);
    expected.add(0);
    return statements.size() - 1;
  }

  /**
   * Runs them all.
   *
   * @throws IllegalStateException if one touched more rows than there can be, or none where one is
   */
  Outcome run(DSLContext sql) {
    var counts = statements.isEmpty() ? new int[0] : sql.batch(statements).execute();
    for (var place = 0; place < counts.length; place++) {
      check(place, counts[place]);
    }
    return new Outcome(counts);
  }

  private void check(int place, int count) {
    int least = expected.get(place);
    if (least != ANY && (count < least || count > 1)) {
      throw new IllegalStateException(
          "statement " + (place + 1) + " of a batch touched " + count + " rows instead of one");
    }
  }

  /** What became of the statements. */
  record Outcome(int[] counts) {

    /** Whether the statement at {@code place} found its row gone; null: there was none to ask. */
    boolean missed(@Nullable Integer place) {
      return place != null && counts[place] == 0;
    }
  }
}
