package io.hakika.bootstrap.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/**
 * Closes what a command runs, once: when the command ends, or when the process is told to (SIGTERM,
 * Ctrl-C). Whatever does not end in time is cut off then: what was begun is covered by claims.
 */
final class OnStop implements AutoCloseable {

  /** A supervisor usually waits 30 seconds before it kills. */
  private static final Duration LONGEST = Duration.ofSeconds(27);

  private final Runnable closing;
  private final Thread hook = new Thread(this::stopping, "hakika-stop");
  private volatile boolean begun;
  private boolean closed;

  OnStop(Runnable closing) {
    this.closing = closing;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Waits until the process is told to stop. */
  void await() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /** Whether the process is stopping, so that what fails now is no news. */
  boolean begun() {
    return begun;
  }

  private void stopping() {
    begun = true;
    var limit = new Thread(OnStop::halt, "hakika-limit");
    limit.setDaemon(true);
    limit.start();
    closeOnce();
  }

  private static void halt() {
    var end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    LoggerFactory.getLogger(OnStop.class).warn("Not everything ended in {}; cut off", LONGEST);
    Runtime.getRuntime().halt(1);
  }

  private synchronized void closeOnce() {
    if (!closed) {
      closed = true;
      closing.run();
    }
  }

  @Override
  public void close() {
    closeOnce();
    if (!begun) {
      removeHook();
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process began to stop this very moment; the hook finds everything closed.
      begun = true;
    }
  }
}
