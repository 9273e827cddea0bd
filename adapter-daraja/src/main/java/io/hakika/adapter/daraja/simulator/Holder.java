package io.hakika.adapter.daraja.simulator;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a desk looks whether a test holds its requests. */
final class Holder<T> {

  private final Consumer<T> release;
  private @Nullable Hold<T> current;

  /**
   * Nothing is held yet.
   *
   * @param release lets a request go on that is held no longer, unless it was answered
   */
  Holder(Consumer<T> release) {
    this.release = release;
  }

  /** Begins to hold. */
  synchronized Hold<T> hold(Duration patience) {
    if (current != null && current.isOpen()) {
      throw new IllegalStateException("these requests are held already");
    }
    current = new Hold<>(patience, release);
    return current;
  }

  /** Whether the request is held; if not, its desk goes on with it. */
  boolean takes(T request) {
    Hold<T> hold;
    synchronized (this) {
      hold = current;
    }
    return hold != null && hold.takes(request);
  }
}
