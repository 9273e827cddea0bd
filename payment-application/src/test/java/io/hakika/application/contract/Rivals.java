package io.hakika.application.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets threads run into one another: all wait at a gate, then all begin at once. */
final class Rivals {

  private static final long PATIENCE_SECONDS = 20;

  private Rivals() {}

  /** Runs {@code work} on {@code threads} threads at once. */
  static <T> List<T> race(int threads, Callable<T> work) {
    return race(Collections.nCopies(threads, work));
  }

  /** Runs each of {@code works} on a thread of its own, all at once; the results in that order. */
  static <T> List<T> race(List<Callable<T>> works) {
    var gate = new CountDownLatch(1);
    var ready = new CountDownLatch(works.size());
    var pool = Executors.newFixedThreadPool(works.size());
    try {
      var running = new ArrayList<Future<T>>();
      for (var work : works) {
        running.add(
            pool.submit(
                () -> {
                  ready.countDown();
                  open(gate);
                  return work.call();
                }));
      }
      open(ready);
      gate.countDown();
      return running.stream().map(Rivals::result).toList();
    } finally {
      pool.shutdown();
    }
  }

  private static void open(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the rivals never met");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static <T> T result(Future<T> running) {
    try {
      return running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      throw new AssertionError("a rival broke", e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("a rival never ended", e);
    }
  }
}
