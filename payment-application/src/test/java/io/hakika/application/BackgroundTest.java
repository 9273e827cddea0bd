package io.hakika.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hakika.application.fake.Replies;
import io.hakika.application.fake.WatchedPaymentStore.Call;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Paid;
import io.hakika.domain.Submitted;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The work that nobody asks for, with a scheduler stepped by hand. */
@Timeout(30)
final class BackgroundTest {

  private final World world = new World();
  private final ManualScheduler scheduler = new ManualScheduler();

  BackgroundTest() {
    world.with(world.builder().scheduler(scheduler));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void passes(long seconds) {
    for (var second = 0; second < seconds; second++) {
      world.passes(1);
      scheduler.passes(Duration.ofSeconds(1));
    }
  }

  @Test
  void nothing_is_done_before_the_start() {
    world.gateway.nextPushIs(Replies.notSent());
    var id = world.opened("ORD-1");

    passes(60);

    assertThat(scheduler.waits()).isEmpty();
    assertThat(world.payment(id)).isNotInstanceOf(Submitted.class);
    assertThat(world.listener.types()).isEmpty();
  }

  @Test
  void whatever_is_due_at_the_start_is_done_at_once() {
    world.gateway.nextPushIs(Replies.notSent());
    var id = world.opened("ORD-1");
    world.passes(2);

    world.hakika().start();
    scheduler.passes(Duration.ZERO);

    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
  }

  @Test
  void queued_pushes_are_sent_within_a_second_of_being_due() {
    world.hakika().start();
    world.gateway.nextPushIs(Replies.notSent());
    var id = world.opened("ORD-1");

    passes(3);

    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
  }

  @Test
  void kept_callbacks_are_weighed_within_five_seconds() {
    world.hakika().start();
    var id = world.opened("ORD-1");
    world.reader.breakNext(1);
    world.delivers(id, world.callbackOf(id).success());

    passes(5);

    assertThat(world.payment(id)).isInstanceOf(Paid.class);
  }

  @Test
  void questions_are_asked_when_they_are_due() {
    world.hakika().start();
    world.opened("ORD-1");

    passes(89);
    assertThat(world.gateway.queries()).isEmpty();
    passes(6);
    assertThat(world.gateway.queries()).hasSize(1);
  }

  @Test
  void questions_that_wait_for_the_budget_are_asked_the_moment_it_allows() {
    var fast = new Rate(60, Duration.ofMinutes(1));
    world.with(world.builder().scheduler(scheduler).queryRate(fast));
    for (var count = 0; count < 4; count++) {
      world.opened("ORD-" + count);
    }
    world.hakika().start();
    passes(90);
    var before = world.gateway.queries().size();

    passes(3);

    assertThat(world.gateway.queries()).hasSize(before + 3);
  }

  @Test
  void a_poll_of_zero_turns_questions_and_deadlines_off_and_nothing_else() {
    world.with(world.builder().scheduler(scheduler).recoveryPoll(Duration.ZERO));
    world.hakika().start();
    world.gateway.nextPushIs(Replies.notSent());
    var id = world.opened("ORD-1");

    passes(3);
    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
    assertThat(world.listener.types()).containsExactly("payment.submitted");
    world.passes(Duration.ofDays(2));
    passes(60);
    assertThat(world.gateway.queries()).isEmpty();
    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
  }

  @Test
  void listeners_are_told_the_moment_something_happened() {
    world.hakika().start();
    scheduler.passes(Duration.ZERO);
    var id = world.opened("ORD-1");
    world.delivers(id, world.callbackOf(id).success());

    scheduler.passes(Duration.ZERO);

    assertThat(world.listener.types()).containsExactly("payment.submitted", "payment.paid");
  }

  @Test
  void a_fault_is_reported_and_the_work_goes_on() {
    world.hakika().start();
    world.store.failsAt(Call.CLAIM_DUE);
    passes(1);
    assertThat(world.faults).contains("sending pushes again: the database is away");

    world.store.recovers();
    world.gateway.nextPushIs(Replies.notSent());
    var id = world.opened("ORD-1");
    passes(3);
    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
  }

  @Test
  void a_fault_of_one_payment_is_reported() {
    world.hakika().start();
    world.opened("ORD-1");
    world.store.failsAt(Call.CLAIM_QUERY);

    passes(95);

    assertThat(world.faults).contains("recovering payments: the database is away");
  }

  @Test
  void a_listener_that_refuses_is_reported() {
    world.hakika().start();
    world.listener.refuseNext(1);
    world.opened("ORD-1");

    scheduler.passes(Duration.ZERO);

    assertThat(world.faults).containsExactly("telling a listener: the listener was told to refuse");
  }

  @Test
  void a_listener_that_breaks_beyond_repair_is_reported_and_told_again() {
    var broken = new boolean[] {true};
    world.with(
        world
            .builder()
            .scheduler(scheduler)
            .listener(
                event -> {
                  if (broken[0]) {
                    broken[0] = false;
                    throw new NoClassDefFoundError("a/library/of/the/host");
                  }
                }));
    world.hakika().start();
    world.opened("ORD-1");

    scheduler.passes(Duration.ZERO);
    assertThat(world.faults).containsExactly("telling listeners: a/library/of/the/host");

    passes(31);
    assertThat(world.listener.types()).containsExactly("payment.submitted", "payment.submitted");
  }

  @Test
  void a_push_whose_sender_died_comes_to_a_person_by_itself() {
    world.hakika().start();
    world.store.failsAt(Call.RECORD);
    var id = world.opened("ORD-1");
    world.store.recovers();

    passes(305);

    assertThat(world.payment(id)).isInstanceOf(NeedsReview.class);
  }

  @Test
  void nothing_is_done_after_the_close() {
    world.hakika().start();
    passes(1);

    world.hakika().close();

    assertThat(scheduler.waits()).isEmpty();
    assertThat(scheduler.isShutdown()).as("it is the host's").isFalse();
    assertThatThrownBy(world.hakika()::start).isInstanceOf(IllegalStateException.class);
    assertThat(scheduler.waits()).isEmpty();
  }
}
