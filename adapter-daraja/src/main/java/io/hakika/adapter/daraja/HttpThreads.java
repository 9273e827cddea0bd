package io.hakika.adapter.daraja;

import java.net.http.HttpClient;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The few threads that the JDK's HTTP client works on: daemons, and ours to end. */
final class HttpThreads {

  /** Looking up a host's name blocks one, so there are more than the work itself needs. */
  private static final int MOST = 8;

  private static final int IDLE_SECONDS = 10;

  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          MOST,
          MOST,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          HttpThreads::daemon);

  HttpThreads() {
    executor.allowCoreThreadTimeOut(true);
  }

  Executor executor() {
    return executor;
  }

  /**
   * Ends {@code client} and the threads. The client of JDK 17 to 20 has nothing to close: its one
   * own thread ends by itself once nobody holds the client.
   */
  void close(HttpClient client) {
    try {
      if (client instanceof AutoCloseable closeable) {
        closeable.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP client cannot be closed", e);
    } finally {
      executor.shutdown();
    }
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "hakika-daraja");
    thread.setDaemon(true);
    return thread;
  }
}
