package io.hakika.adapter.daraja.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Requests of one kind that arrive while this is open wait, without an answer, for a test to
 * decide. Closing it answers those that still wait as if nothing had held them. Safe for use by
 * many threads.
 *
 * @param <T> {@link HeldPush} or {@link HeldQuery}
 */
public final class Hold<T> implements AutoCloseable {

  private static final int MOST = 10_000;

  private final Duration patience;
  private final Consumer<T> release;
  private final List<T> held = new ArrayList<>();
  private int handedOut;
  private boolean open = true;

  Hold(Duration patience, Consumer<T> release) {
    this.patience = patience;
    this.release = release;
  }

  /**
   * Waits for the next request, in the order of their arrival.
   *
   * @throws IllegalStateException if none comes within the simulator's patience
   */
  public synchronized T await() {
    var patient = new Patience(patience);
    while (held.size() <= handedOut) {
      if (!patient.waitOn(this)) {
        throw new IllegalStateException("nothing to hold came within " + patience);
      }
    }
    return held.get(handedOut++);
  }

  /** Answers what waits as usual, and holds nothing more. */
  @Override
  public void close() {
    List<T> left;
    synchronized (this) {
      open = false;
      left = List.copyOf(held);
    }
    left.forEach(release);
  }

  synchronized boolean isOpen() {
    return open;
  }

  /** Holds a request, unless this was closed or is full. */
  synchronized boolean takes(T request) {
    if (!open || held.size() >= MOST) {
      return false;
    }
    held.add(request);
    notifyAll();
    return true;
  }
}
