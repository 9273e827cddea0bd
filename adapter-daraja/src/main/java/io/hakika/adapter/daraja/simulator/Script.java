package io.hakika.adapter.daraja.simulator;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What a test wants to happen next, used up in order. */
final class Script<T> {

  private static final int MOST = 10_000;

  private final Queue<T> lines = new ArrayDeque<>();

  synchronized void add(T line) {
    if (lines.size() >= MOST) {
      throw new IllegalStateException("more than " + MOST + " scripted answers are waiting");
    }
    lines.add(line);
  }

  /** The next line, used up by this; null if there is none. */
  synchronized @Nullable T next() {
    return lines.poll();
  }
}
