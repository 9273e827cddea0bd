package io.hakika.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hakika.application.fake.Gate;
import io.hakika.application.fake.Replies;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.domain.Paid;
import io.hakika.domain.Push;
import io.hakika.domain.Submitted;
import io.hakika.domain.value.OrderId;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole of it as one object: what it starts, and that it stops what it started. */
@Timeout(30)
final class PaymentApplicationTest {

  private final Set<Thread> before = threads();
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  /** The living threads that some Hakika started. */
  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("hakika-"))
        .collect(Collectors.toSet());
  }

  private Set<Thread> startedSince() {
    var now = new HashSet<>(threads());
    now.removeAll(before);
    return now;
  }

  @Test
  void building_starts_no_thread() {
    assertThat(startedSince()).isEmpty();
  }

  @Test
  void closing_leaves_no_thread() {
    world.hakika().start();
    world.opened("ORD-1");
    await().until(() -> !startedSince().isEmpty());

    world.hakika().close();

    await().until(() -> startedSince().isEmpty());
  }

  @Test
  void no_thread_keeps_the_host_from_ending() {
    world.hakika().start();
    world.opened("ORD-1");

    assertThat(startedSince()).isNotEmpty().allMatch(Thread::isDaemon);
  }

  @Test
  void a_payment_goes_all_the_way_by_itself() {
    world.hakika().start();
    world.gateway.nextPushIs(Replies.notSent());
    var id = world.opened("ORD-1");
    world.passes(2);
    await().until(() -> world.payment(id) instanceof Submitted);
    world.delivers(id, world.callbackOf(id).success());

    await()
        .untilAsserted(
            () ->
                assertThat(world.listener.types())
                    .containsExactly("payment.submitted", "payment.paid"));
  }

  @Test
  void closing_waits_for_a_push_that_is_under_way() throws Exception {
    var gate = world.gateway.holdNextPush();
    var running = CompletableFuture.supplyAsync(() -> world.opened("ORD-1"));
    gate.awaitArrival();
    var closer = closesInBackground();

    gate.open();

    closer.join(10_000);
    assertThat(closer.isAlive()).isFalse();
    assertThat(world.payment(running.join())).isInstanceOf(Submitted.class);
  }

  /** Closes on a thread that is known to wait for what is under way. */
  private Thread closesInBackground() {
    var closer = new Thread(() -> world.hakika().close());
    closer.start();
    await().until(() -> closer.getState() == Thread.State.TIMED_WAITING);
    return closer;
  }

  @Test
  void closing_ends_a_long_pass_after_the_payments_it_has_begun() throws Exception {
    for (var count = 0; count < 100; count++) {
      world.gateway.nextPushOf(new OrderId("ORD-" + count), Replies.notSent());
      world.opened("ORD-" + count);
    }
    world.passes(2);
    var gate = world.gateway.holdNextPush();
    var pass = CompletableFuture.supplyAsync(world::resends);
    gate.awaitArrival();
    var closer = closesInBackground();

    gate.open();

    closer.join(10_000);
    pass.get(10, TimeUnit.SECONDS);
    assertThat(world.gateway.pushes()).hasSize(108);
    assertThat(world.resends().looked()).as("nothing more once it is closed").isZero();
  }

  @Test
  void closing_ends_a_long_telling_after_what_it_has_begun() throws Exception {
    var gate = new Gate();
    world.with(world.builder().listener(event -> gate.pass()));
    world.opened("ORD-1");
    world.opened("ORD-2");
    var telling = CompletableFuture.supplyAsync(() -> world.hakika().events().relay());
    gate.awaitArrival();
    world.hakika().close();

    gate.open();

    assertThat(telling.get(10, TimeUnit.SECONDS).told()).isEqualTo(1);
  }

  @Test
  void closing_lets_no_kind_of_work_begin_while_it_waits_for_another() throws Exception {
    world.with(world.builder().recoveryPoll(Duration.ofMillis(1)));
    var id = world.opened("ORD-1");
    world.told();
    world.passes(90);
    var gate = world.gateway.holdNextQuery();
    world.hakika().start();
    gate.awaitArrival();
    var closer = closesInBackground();

    world.delivers(id, world.callbackOf(id).success());

    gate.open();
    closer.join(10_000);
    assertThat(world.listener.types()).containsExactly("payment.submitted");
  }

  @Test
  void whoever_is_interrupted_while_closing_stops_the_threads_all_the_same() {
    world.hakika().start();
    world.opened("ORD-1");
    Thread.currentThread().interrupt();

    world.hakika().close();

    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    await().until(() -> startedSince().isEmpty());
  }

  @Test
  void closing_twice_is_closing_once() {
    world.hakika().start();
    world.hakika().close();
    world.hakika().close();

    await().until(() -> startedSince().isEmpty());
  }

  @Test
  void a_checkout_after_the_close_is_stored_and_sends_nothing() {
    world.hakika().close();

    var id = world.opened("ORD-1");

    assertThat(world.push(id)).isInstanceOf(Push.Queued.class);
    assertThat(((Push.Queued) world.push(id)).why()).hasToString("the application is closing");
    assertThat(world.gateway.pushes()).isEmpty();
  }

  @Test
  void a_closed_application_does_not_start_again() {
    world.hakika().close();

    assertThatThrownBy(world.hakika()::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is closed");
    assertThat(startedSince()).isEmpty();
  }

  @Test
  void nobody_can_look_for_due_queries_more_often_than_always() {
    assertThatThrownBy(() -> world.builder().recoveryPoll(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("recoveryPoll")
        .hasMessageContaining("PT-0.001S");
  }

  @Test
  void no_kind_of_background_work_waits_for_another() throws Exception {
    var threads = new Threads(null);
    var together = new CountDownLatch(Background.KINDS_OF_WORK);
    var done = new CountDownLatch(Background.KINDS_OF_WORK);
    for (var kind = 0; kind < Background.KINDS_OF_WORK; kind++) {
      threads.scheduler().execute(() -> meets(together, done));
    }

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    threads.close();
    threads.await(Deadline.in(Duration.ofSeconds(10)));
  }

  private static void meets(CountDownLatch together, CountDownLatch done) {
    together.countDown();
    try {
      if (together.await(10, TimeUnit.SECONDS)) {
        done.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void two_live_side_by_side_and_know_nothing_of_one_another() {
    try (var other = new World()) {
      world.hakika().start();
      other.hakika().start();
      var mine = world.opened("ORD-1");
      var theirs = other.opened("ORD-1");

      world.delivers(mine, world.callbackOf(mine).success());
      world.hakika().close();

      assertThat(world.payment(mine)).isInstanceOf(Paid.class);
      assertThat(other.payment(theirs)).isInstanceOf(Submitted.class);
      other.delivers(theirs, other.callbackOf(theirs).success());
      await().until(() -> other.listener.types().contains("payment.paid"));
    }
  }

  @Test
  void a_restart_goes_on_where_the_last_one_ended() {
    var id = world.opened("ORD-1");
    var success = world.callbackOf(id).success();

    world.with(world.builder());

    world.delivers(id, success);
    assertThat(world.payment(id)).isInstanceOf(Paid.class);
  }

  @Test
  void whole_microseconds_are_all_that_is_told_of_time() {
    world.clock.passes(Duration.ofNanos(123_456_789));

    var created = world.payment(world.opened("ORD-1")).order().createdAt();

    assertThat(created).isEqualTo(world.clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  @Test
  void a_page_has_at_least_one_and_at_most_a_hundred_rows() {
    var payments = world.hakika().payments();
    var id = world.opened("ORD-1");

    for (var limit : List.of(0, -1, 101)) {
      assertThatThrownBy(() -> payments.list(Filter.ALL, limit, null))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> payments.timeline(id, limit, null))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(payments.list(Filter.ALL, 1, null).data()).hasSize(1);
    assertThat(payments.timeline(id, 100, null).data()).isNotEmpty();
  }

  @Test
  void no_part_of_it_may_be_missing() {
    var missing = new ArrayList<Runnable>();
    missing.add(() -> world.builder().clock(null));
    missing.add(() -> world.builder().listener(null));
    missing.add(() -> PaymentApplication.using(null, world.memory, world.memory, null, null));

    assertThat(missing)
        .allSatisfy(
            building -> assertThatThrownBy(building::run).isInstanceOf(NullPointerException.class));
  }
}
