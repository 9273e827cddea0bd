package io.hakika.journey;

import static org.awaitility.Awaitility.await;

import io.hakika.bootstrap.client.ApiClient;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shops that check out as fast as they are answered. A request without an answer is repeated under
 * its key, as a careful shop does, once a service answers again.
 */
final class Shops implements AutoCloseable {

  private static final int MANY = 4;

  private final ApiClient api;
  private final ExecutorService threads = Executors.newFixedThreadPool(MANY);
  private final AtomicInteger orders = new AtomicInteger();
  private final Queue<Integer> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<Sold> acknowledged = new ConcurrentLinkedQueue<>();
  private final List<Future<?>> working = new ArrayList<>();

  Shops(URI service) {
    this.api = new ApiClient(service, Given.SHOP);
  }

  /**
   * Sells until {@code count} more checkouts are acknowledged, and goes on until nobody answers.
   */
  void sell(int count) {
    var enough = acknowledged.size() + count;
    for (var shop = 0; shop < MANY; shop++) {
      working.add(threads.submit(this::sellUntilNobodyAnswers));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> acknowledged.size() >= enough);
  }

  private void sellUntilNobodyAnswers() {
    var answered = true;
    while (answered) {
      var repeated = unanswered.poll();
      answered = checkout(repeated == null ? orders.incrementAndGet() : repeated);
    }
  }

  /** Repeats what nobody answered. */
  void finish() {
    join();
    for (var order = unanswered.poll(); order != null; order = unanswered.poll()) {
      if (!checkout(order)) {
        throw new IllegalStateException("a running service does not answer");
      }
    }
  }

  private void join() {
    try {
      for (var one : working) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean checkout(int number) {
    var order = "sold-" + number;
    try {
      var request = Rig.request(order, KillJourneysTest.phone(number));
      var reply = api.post("/v1/payments", request, order);
      if (!reply.ok()) {
        throw new IllegalStateException("checkout of " + order + ": " + reply.problem());
      }
      acknowledged.add(new Sold(order, reply.body().path("id").asString()));
      return true;
    } catch (UncheckedIOException e) {
      unanswered.add(number);
      return false;
    }
  }

  /** Every checkout that was answered 2xx. */
  List<Sold> acknowledged() {
    return List.copyOf(acknowledged);
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  /** A checkout that was acknowledged. */
  record Sold(String order, String id) {}
}
