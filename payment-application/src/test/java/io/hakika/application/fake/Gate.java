package io.hakika.application.fake;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where somebody is held until a test lets them go on. All waits are bounded. */
public final class Gate {

  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  /** Waits until somebody stands here. */
  public void awaitArrival() {
    await(arrived, "nobody came to the gate");
  }

  /** Lets whoever stands here, or comes later, go on. */
  public void open() {
    opened.countDown();
  }

  /** Stands here until a test opens the gate. */
  public void pass() {
    arrived.countDown();
    await(opened, "the gate was never opened");
  }

  private static void await(CountDownLatch latch, String otherwise) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(otherwise);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted at the gate", e);
    }
  }
}
