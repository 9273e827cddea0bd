package io.hakika.adapter.persistence.jooq;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets the openings of one phone through one after the other, within this process.
 *
 * <p>The row lock of {@link Phones} does the same between processes. On H2 it is not enough: seen
 * on 2.5.252, about once in 1,500 crowds of twenty, the next opening got the lock and yet did not
 * see what the one before it had committed. H2 serves one process, so here its openings wait until
 * the commit has returned.
 */
final class PhoneTurns {

  /** Two phones share a lock now and then, which costs one of them a moment. */
  private static final int LOCKS = 256;

  private final ReentrantLock[] locks =
      IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

  <T> T inTurn(String phone, Supplier<T> opening) {
    var lock = locks[Math.floorMod(phone.hashCode(), LOCKS)];
    lock.lock();
    try {
      return opening.get();
    } finally {
      lock.unlock();
    }
  }
}
