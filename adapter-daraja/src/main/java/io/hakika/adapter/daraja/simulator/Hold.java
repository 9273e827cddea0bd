package io.hakika.adapter.daraja.simulator;

/**
 * Requests of one kind that arrive while this is open wait, without an answer, for a test to
 * decide. Closing it answers those that still wait as if nothing had held them. Safe for many
 * threads.
 */
public final class Hold<T> implements AutoCloseable {

  Hold() {}

  /**
   * Waits for the next request, in the order of their arrival.
   *
   * @throws IllegalStateException if none comes within the simulator's patience
   */
  public T await() {
    throw new UnsupportedOperationException();
  }

  /** Answers what waits as usual, and holds nothing more. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
