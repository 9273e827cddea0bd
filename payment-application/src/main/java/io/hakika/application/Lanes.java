package io.hakika.application;

import io.hakika.application.port.driven.PaymentStore.Stored;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Whose turn it is where not all can be served: of four, three of the newest due, whose customers
 * still wait, and one of the oldest, which would never come to it otherwise. Turns go on from one
 * batch to the next, since a small budget serves fewer than four at a time.
 */
final class Lanes {

  private static final int LANES = 4;

  private final Comparator<Stored> byDue;
  private int turn;

  Lanes(Function<Stored, Instant> due) {
    this.byDue = Comparator.comparing(due);
  }

  /** What {@code plan} makes of each payment, called in turn. */
  synchronized <T> List<T> inTurn(List<Stored> claimed, Function<Stored, T> plan) {
    var waiting = new ArrayDeque<>(claimed.stream().sorted(byDue).toList());
    var planned = new ArrayList<T>(claimed.size());
    while (!waiting.isEmpty()) {
      var next = turn == LANES - 1 ? waiting.removeFirst() : waiting.removeLast();
      planned.add(plan.apply(next));
    }
    return planned;
  }

  /** Whoever was planned last took something of what is scarce, so it is the next one's turn. */
  synchronized void served() {
    turn = (turn + 1) % LANES;
  }
}
