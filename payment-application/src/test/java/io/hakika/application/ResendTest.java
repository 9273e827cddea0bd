package io.hakika.application;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.port.driven.PaymentStore.EntryKind.CREATED;
import static io.hakika.application.port.driven.PaymentStore.EntryKind.PUSH_ACCEPTED;
import static io.hakika.application.port.driven.PaymentStore.EntryKind.PUSH_REJECTED;
import static io.hakika.application.port.driven.PaymentStore.EntryKind.PUSH_SENT;
import static io.hakika.application.port.driven.PaymentStore.EntryKind.PUSH_UNKNOWN;
import static io.hakika.application.port.driven.PaymentStore.EntryKind.STATUS_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.Replies;
import io.hakika.application.fake.Replies.PushReply;
import io.hakika.application.fake.WatchedPaymentStore.Call;
import io.hakika.application.fake.WatchedPaymentStore.Watch;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.domain.Failed;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Paid;
import io.hakika.domain.Push;
import io.hakika.domain.Submitted;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Review;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of pushes that were not sent, and of those whose senders fell silent. */
@Timeout(30)
final class ResendTest {

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  /** A payment whose pushes are all answered so. */
  private PaymentId alwaysAnswered(PushReply reply) {
    for (var count = 0; count < 30; count++) {
      world.gateway.nextPushOf(new OrderId("ORD-1"), reply);
    }
    return world.opened("ORD-1");
  }

  /** Lets time pass second by second, and notes when a push was sent. */
  private List<Long> secondsOfPushes(int until) {
    var seconds = new ArrayList<Long>();
    while (world.clock.instant().isBefore(NOON.plusSeconds(until))) {
      world.passes(1);
      var before = world.gateway.pushes().size();
      world.resends();
      if (world.gateway.pushes().size() > before) {
        seconds.add(Duration.between(NOON, world.clock.instant()).toSeconds());
      }
    }
    return seconds;
  }

  @Test
  void a_queued_push_is_sent_again_after_two_seconds() {
    world.gateway.nextPushIs(Replies.notSent());
    var id = world.opened("ORD-1");

    world.passes(1);
    assertThat(world.resends().looked()).isZero();
    world.passes(1);
    assertThat(world.resends().moved()).isEqualTo(1);

    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
    assertThat(world.history(id))
        .containsExactly(
            CREATED, PUSH_SENT, PUSH_REJECTED, PUSH_SENT, PUSH_ACCEPTED, STATUS_CHANGED);
    assertThat(world.timeline(id).get(3).detail()).containsEntry("attempt", "2");
  }

  @Test
  void waits_double_to_fifteen_seconds_until_the_payment_is_too_old() {
    var id = alwaysAnswered(Replies.notSent());

    assertThat(secondsOfPushes(89)).containsExactly(2L, 6L, 14L, 29L, 44L, 59L, 74L, 89L);
    assertThat(secondsOfPushes(200)).isEmpty();

    var decline = ((Failed) world.payment(id)).decline();
    assertThat(decline.code()).isEqualTo("not_sent");
    assertThat(decline.reason().value()).isEqualTo("connection refused");
    assertThat(world.told()).containsExactly("payment.failed");
  }

  @Test
  void a_payment_whose_push_is_never_sent_fails_when_it_is_too_old_and_not_later() {
    var id = alwaysAnswered(Replies.notSent());

    secondsOfPushes(90);

    assertThat(((Failed) world.payment(id)).settledAt()).isEqualTo(NOON.plusSeconds(90));
  }

  @Test
  void daraja_is_given_the_time_it_asks_for() {
    alwaysAnswered(Replies.throttled(Duration.ofSeconds(20)));

    assertThat(secondsOfPushes(89)).containsExactly(20L, 40L, 60L, 80L);
  }

  @Test
  void a_wait_that_outlives_the_payment_is_not_waited_for() {
    var id = alwaysAnswered(Replies.throttled(Duration.ofMinutes(10)));

    assertThat(secondsOfPushes(89)).isEmpty();
    assertThat(world.push(id)).isInstanceOf(Push.Queued.class);
    secondsOfPushes(90);

    assertThat(((Failed) world.payment(id)).decline().code()).isEqualTo("not_sent");
  }

  @Test
  void a_wait_without_end_is_not_waited_for_either() {
    var id = alwaysAnswered(Replies.throttled(Duration.ofSeconds(Long.MAX_VALUE)));

    secondsOfPushes(90);

    assertThat(world.payment(id)).isInstanceOf(Failed.class);
  }

  @Test
  void an_order_whose_push_was_never_sent_may_be_tried_again() {
    alwaysAnswered(Replies.notSent());
    secondsOfPushes(100);
    for (var left = world.gateway.pushesOf(new OrderId("ORD-1")); left < 30; left++) {
      world.gateway.push(world.payment(world.gateway.pushes().get(0).id()).order());
    }

    assertThat(world.payment(world.opened("ORD-1"))).isInstanceOf(Submitted.class);
  }

  @Test
  void a_push_that_is_unknown_at_its_second_try_is_not_sent_a_third_time() {
    world.gateway.nextPushIs(Replies.notSent());
    world.gateway.nextPushIs(Replies.unknown());
    var id = world.opened("ORD-1");

    assertThat(secondsOfPushes(200)).containsExactly(2L);
    assertThat(world.push(id)).isInstanceOf(Push.Unknown.class);
  }

  @Test
  void a_sender_that_fell_silent_leaves_the_push_unknown_and_then_to_a_person() {
    world.store.failsAt(Call.RECORD);
    var id = world.opened("ORD-1");
    world.store.recovers();

    assertThat(secondsOfPushes(29)).isEmpty();
    assertThat(world.push(id)).isInstanceOf(Push.Claimed.class);
    secondsOfPushes(30);
    assertThat(world.push(id)).isInstanceOf(Push.Unknown.class);
    assertThat(world.history(id)).containsExactly(CREATED, PUSH_SENT, PUSH_UNKNOWN);

    world.passes(Duration.ofMinutes(5).minusSeconds(30));
    world.sweeps();
    assertThat(((NeedsReview) world.payment(id)).review().reason())
        .isEqualTo(Review.Reason.SUBMISSION_UNKNOWN);
    assertThat(world.gateway.pushes()).hasSize(1);
  }

  @Test
  void a_payment_that_was_settled_between_claim_and_push_is_not_pushed() {
    world.gateway.nextPushIs(Replies.notSent());
    var id = world.opened("ORD-1");
    world.passes(2);
    var settled = new AtomicBoolean();
    world.store.watchedBy(
        new Watch() {
          @Override
          public void after(Call call) {
            if (call == Call.RECORD && settled.compareAndSet(false, true)) {
              world.delivers(id, world.callbackOf(id).success());
            }
          }
        });

    world.resends();

    assertThat(world.payment(id)).isInstanceOf(Paid.class);
    assertThat(world.gateway.pushes()).hasSize(1);
    assertThat(world.history(id)).endsWith(PUSH_REJECTED).doesNotContain(PUSH_UNKNOWN);
  }

  @Test
  void a_claim_that_somebody_else_wrote_first_is_not_pushed() {
    world.gateway.nextPushIs(Replies.notSent());
    var id = world.opened("ORD-1");
    world.passes(2);
    world.store.watchedBy(
        new Watch() {
          @Override
          public void before(Call call) {
            if (call == Call.RECORD) {
              world.store.recovers();
              world.delivers(id, world.callbackOf(id).cancelled());
            }
          }
        });

    world.resends();

    assertThat(world.payment(id)).isInstanceOf(Failed.class);
    assertThat(world.gateway.pushes()).hasSize(1);
  }

  @Test
  void two_instances_on_one_database_send_each_push_once() {
    for (var count = 0; count < 30; count++) {
      world.gateway.nextPushOf(new OrderId("ORD-" + count), Replies.notSent());
      world.opened("ORD-" + count);
    }
    world.passes(2);
    try (var other = world.builder().build()) {
      var theirs = CompletableFuture.supplyAsync(() -> other.recovery().resend());
      world.resends();
      theirs.join();
    }

    var listed = world.hakika().payments().list(Filter.ALL, 100, null).data();
    assertThat(listed).allSatisfy(one -> assertThat(one.payment()).isInstanceOf(Submitted.class));
    assertThat(world.gateway.pushes()).hasSize(60);
  }

  @Test
  void one_push_that_breaks_does_not_stop_the_others() {
    for (var count = 0; count < 5; count++) {
      world.gateway.nextPushOf(new OrderId("ORD-" + count), Replies.notSent());
      world.opened("ORD-" + count);
    }
    world.gateway.nextPushOf(new OrderId("ORD-2"), Replies.breaks());
    world.passes(2);

    var pass = world.resends();

    assertThat(pass.moved()).isEqualTo(4);
    assertThat(pass.looked()).isEqualTo(5);
    assertThat(world.faults).hasSize(1);
  }
}
