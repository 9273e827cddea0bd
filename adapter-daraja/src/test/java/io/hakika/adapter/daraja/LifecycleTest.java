package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client costs, how much it does at once, and that it ends. */
class LifecycleTest {

  private static final int PLACES = 256;

  private WireServer server;

  @BeforeEach
  void start() {
    server = WireServer.start();
    server.answers(Reaction.json(200, Given.text("push/accepted.json")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void nothing_is_sent_before_the_first_call() {
    Given.client(server).close();

    assertThat(server.connections()).isZero();
  }

  @Test
  void every_exchange_has_a_connection_of_its_own() {
    try (var daraja = Given.client(server)) {
      daraja.stkPush(Given.push());
      daraja.stkPush(Given.push());
    }
    assertThat(server.connections()).isEqualTo(3);
  }

  /** As servers of HTTP/1.0 do: over kept connections every fiftieth push ended unknown. */
  @Test
  void a_server_that_closes_without_a_word_makes_no_outcome_unknown() {
    var answer = Given.text("push/accepted.json");
    server.answers(Reaction.bytes("HTTP/1.0 200 OK\r\nContent-Length: 257\r\n\r\n" + answer));
    try (var daraja = Given.client(server)) {
      for (var i = 0; i < 500; i++) {
        assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.Accepted.class);
      }
    }
    assertThat(server.posts()).hasSize(500);
  }

  @Test
  void a_closed_client_sends_nothing_and_says_so() {
    var daraja = Given.client(server);
    daraja.close();
    daraja.close();

    assertThat(daraja.stkPush(Given.push()))
        .isInstanceOfSatisfying(
            PushResult.NotSent.class,
            notSent -> assertThat(notSent.reason().value()).contains("closed"));
    assertThat(daraja.stkQuery(Given.ID)).isInstanceOf(QueryResult.Unanswered.class);
    assertThat(server.connections()).isZero();
  }

  @Test
  void closing_waits_for_the_push_under_way() throws Exception {
    var opened = new CountDownLatch(1);
    server.answers(Reaction.json(200, Given.text("push/accepted.json")).once(opened));
    var daraja = Given.client(server);
    var threads = Executors.newFixedThreadPool(2);
    try {
      var pushing = threads.submit(() -> daraja.stkPush(Given.push()));
      await().atMost(Given.PATIENT).until(() -> server.posts().size() == 1);
      var closing = threads.submit(daraja::close);
      opened.countDown();

      assertThat(pushing.get()).isInstanceOf(PushResult.Accepted.class);
      closing.get();
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void a_closed_client_leaves_no_thread() {
    var before = threads();
    var daraja = Given.client(server);
    daraja.stkPush(Given.push());
    assertThat(threads()).hasSizeGreaterThan(before.size());

    daraja.close();

    // The JDK's own thread ends once the garbage collector has found its client unused.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              System.gc();
              return before.containsAll(threads());
            });
  }

  @Test
  void all_threads_are_daemons() {
    try (var daraja = Given.client(server)) {
      daraja.stkPush(Given.push());

      assertThat(threads()).isNotEmpty().allMatch(Thread::isDaemon);
    }
  }

  @Test
  void there_is_a_limit_to_what_is_under_way_at_once() throws Exception {
    var opened = new CountDownLatch(1);
    var crowd = Executors.newCachedThreadPool();
    try (var daraja = Given.client(server)) {
      daraja.stkQuery(Given.ID);
      server.answers(Reaction.json(200, Given.text("push/accepted.json")).once(opened));
      var asking = new ArrayList<Future<PushResult>>();
      for (var i = 0; i < PLACES; i++) {
        asking.add(crowd.submit(() -> daraja.stkPush(Given.push())));
      }
      await().atMost(Given.PATIENT).until(() -> server.posts().size() == PLACES + 1);

      assertThat(daraja.stkPush(Given.push()))
          .isInstanceOfSatisfying(
              PushResult.NotSent.class,
              notSent ->
                  assertThat(notSent.reason().value()).contains("256 exchanges are under way"));
      opened.countDown();
      for (var each : asking) {
        assertThat(each.get()).isInstanceOf(PushResult.Accepted.class);
      }
    } finally {
      crowd.shutdown();
    }
  }

  @Test
  void a_push_is_not_begun_when_the_token_has_used_up_the_time() {
    var timeout = Duration.ofMillis(500);
    server.answersTokenRequests(
        (request, line) -> {
          var begun = System.nanoTime();
          while (System.nanoTime() - begun < timeout.toNanos() * 93 / 100 && line.pause()) {
            // The token comes when less than a tenth of the time is left.
          }
          return Reaction.token("late").to(request, line);
        });
    var config = Given.config(server).withTimeout(timeout);
    try (var daraja = DarajaClient.of(config, Given.CLOCK)) {
      assertThat(daraja.stkPush(Given.push())).isInstanceOf(PushResult.NotSent.class);
    }
    assertThat(server.posts()).isEmpty();
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("hakika-daraja|HttpClient-.*"))
        .collect(Collectors.toSet());
  }
}
