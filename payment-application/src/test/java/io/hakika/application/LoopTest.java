package io.hakika.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hakika.application.fake.Gate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One kind of work again and again, never twice at once. */
@Timeout(30)
final class LoopTest {

  private static final Duration USUAL = Duration.ofSeconds(5);

  private final ManualScheduler scheduler = new ManualScheduler();
  private final Queue<Duration> wishes = new ArrayDeque<>();
  private Runnable during = () -> {};
  private int rounds;
  private final Loop loop = new Loop(scheduler, USUAL, this::round);

  private @Nullable Duration round() {
    rounds++;
    during.run();
    return wishes.poll();
  }

  @Test
  void nothing_runs_before_it_is_woken() {
    scheduler.passes(Duration.ofHours(1));

    assertThat(rounds).isZero();
  }

  @Test
  void the_first_round_runs_at_once_and_the_next_as_usual() {
    loop.wake();
    scheduler.passes(Duration.ZERO);
    assertThat(rounds).isEqualTo(1);

    scheduler.passes(USUAL.minusNanos(1));
    assertThat(rounds).isEqualTo(1);
    scheduler.passes(Duration.ofNanos(1));
    assertThat(rounds).isEqualTo(2);
  }

  @Test
  void work_may_ask_for_a_sooner_round_but_not_for_a_later_one() {
    wishes.add(Duration.ofSeconds(1));
    wishes.add(Duration.ofMinutes(1));
    loop.wake();
    scheduler.passes(Duration.ZERO);

    assertThat(scheduler.waits()).containsExactly(Duration.ofSeconds(1));
    scheduler.passes(Duration.ofSeconds(1));
    assertThat(scheduler.waits()).containsExactly(USUAL);
  }

  @Test
  void being_woken_while_it_waits_runs_the_next_round_now_and_only_once() {
    loop.wake();
    scheduler.passes(Duration.ofSeconds(1));

    loop.wake();
    loop.wake();
    scheduler.passes(Duration.ZERO);

    assertThat(rounds).isEqualTo(2);
    assertThat(scheduler.waits()).containsExactly(USUAL);
  }

  @Test
  void being_woken_while_it_runs_runs_another_round_right_after() {
    during =
        () -> {
          during = () -> {};
          loop.wake();
        };

    loop.wake();
    scheduler.passes(Duration.ZERO);

    assertThat(rounds).isEqualTo(2);
  }

  @Test
  void a_round_that_was_cancelled_too_late_does_not_run_beside_the_sooner_one() {
    loop.wake();
    scheduler.passes(Duration.ZERO);
    var cancelledTooLate = scheduler.only();
    var inside = new int[1];
    loop.wake();
    during =
        () -> {
          during = () -> {};
          var before = rounds;
          cancelledTooLate.run();
          inside[0] = rounds - before;
        };

    scheduler.passes(Duration.ZERO);

    assertThat(inside[0]).as("rounds inside a round").isZero();
    assertThat(rounds).as("but one right after").isEqualTo(3);
  }

  @Test
  void a_round_that_breaks_is_not_the_last() {
    during =
        () -> {
          during = () -> {};
          throw new AssertionError("the work broke its word");
        };
    loop.wake();

    assertThatThrownBy(() -> scheduler.passes(Duration.ZERO)).isInstanceOf(AssertionError.class);

    assertThat(scheduler.waits()).containsExactly(USUAL);
  }

  @Test
  void once_closed_no_round_begins() {
    loop.wake();
    scheduler.passes(Duration.ZERO);

    loop.close();
    loop.wake();
    scheduler.passes(Duration.ofHours(1));

    assertThat(rounds).isEqualTo(1);
    assertThat(scheduler.waits()).isEmpty();
  }

  @Test
  void a_round_that_was_about_to_begin_when_it_was_closed_does_nothing() {
    loop.wake();
    var late = scheduler.only();

    loop.close();
    late.run();

    assertThat(rounds).isZero();
  }

  @Test
  void a_scheduler_that_was_shut_down_ends_it_quietly() {
    scheduler.shutdown();

    loop.wake();

    assertThat(scheduler.waits()).isEqualTo(List.of());
    assertThat(rounds).isZero();
  }

  @Test
  void closing_waits_for_the_round_that_runs() throws Exception {
    var gate = new Gate();
    var threads = Executors.newScheduledThreadPool(1);
    var real = new Loop(threads, USUAL, () -> held(gate));
    real.wake();
    gate.awaitArrival();
    var closer = new Thread(() -> closes(real));
    closer.start();
    await().until(() -> closer.getState() == Thread.State.TIMED_WAITING);

    gate.open();

    closer.join(10_000);
    assertThat(closer.isAlive()).isFalse();
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private static @Nullable Duration held(Gate gate) {
    gate.pass();
    return null;
  }

  private static void closes(Loop loop) {
    loop.close();
    try {
      loop.await(Deadline.in(Duration.ofSeconds(10)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void closing_waits_no_longer_than_it_may() throws Exception {
    var gate = new Gate();
    var threads = Executors.newScheduledThreadPool(1);
    var real = new Loop(threads, USUAL, () -> held(gate));
    real.wake();
    gate.awaitArrival();

    real.close();
    real.await(Deadline.in(Duration.ofMillis(20)));

    gate.open();
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }
}
