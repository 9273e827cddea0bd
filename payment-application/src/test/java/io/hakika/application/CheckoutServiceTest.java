package io.hakika.application;

import static io.hakika.application.port.driven.PaymentStore.EntryKind.CREATED;
import static io.hakika.application.port.driven.PaymentStore.EntryKind.PUSH_ACCEPTED;
import static io.hakika.application.port.driven.PaymentStore.EntryKind.PUSH_REJECTED;
import static io.hakika.application.port.driven.PaymentStore.EntryKind.PUSH_SENT;
import static io.hakika.application.port.driven.PaymentStore.EntryKind.PUSH_UNKNOWN;
import static io.hakika.application.port.driven.PaymentStore.EntryKind.STATUS_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hakika.application.fake.Replies;
import io.hakika.application.fake.WatchedPaymentStore.Call;
import io.hakika.application.fake.WatchedPaymentStore.Watch;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driving.StartCheckout.Request;
import io.hakika.application.port.driving.StartCheckout.Result;
import io.hakika.domain.Failed;
import io.hakika.domain.Paid;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.Push;
import io.hakika.domain.Submitted;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.PaymentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a push while its customer waits, and of the payment it belongs to. */
@Timeout(30)
final class CheckoutServiceTest {

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private Result.Started started(Request request) {
    return (Result.Started) world.starts(request);
  }

  /** With a checkout that waits for nothing. */
  private void waitsForNothing() {
    var standard = CheckoutRules.STANDARD;
    var rules = new CheckoutRules(standard.maxAmount(), Duration.ZERO, standard.phoneRules());
    world.with(world.builder().rules(rules));
  }

  private static CompletableFuture<Result> inBackground(World world, Request request) {
    return CompletableFuture.supplyAsync(() -> world.starts(request));
  }

  private static Result result(CompletableFuture<Result> running) throws Exception {
    return running.get(10, TimeUnit.SECONDS);
  }

  @Test
  void an_accepted_push_makes_the_payment_submitted() {
    var payment = started(world.request("ORD-1")).payment();

    assertThat(payment.payment()).isInstanceOf(Submitted.class);
    assertThat(payment.version()).isEqualTo(2);
    assertThat(payment).isEqualTo(world.details(payment.payment().id()));
    assertThat(world.history(payment.payment().id()))
        .containsExactly(CREATED, PUSH_SENT, PUSH_ACCEPTED, STATUS_CHANGED);
    assertThat(world.told()).containsExactly("payment.submitted");
  }

  @Test
  void a_refused_push_makes_the_payment_failed() {
    world.gateway.nextPushIs(Replies.refused());

    var payment = started(world.request("ORD-1")).payment().payment();

    assertThat(((Failed) payment).decline().source()).isEqualTo(Decline.Source.SUBMISSION);
    assertThat(world.history(payment.id()))
        .containsExactly(CREATED, PUSH_SENT, PUSH_REJECTED, STATUS_CHANGED);
    assertThat(world.told()).containsExactly("payment.failed");
  }

  @Test
  void an_order_whose_push_was_refused_may_be_tried_again() {
    world.gateway.nextPushIs(Replies.refused());
    world.opened("ORD-1");

    assertThat(started(world.request("ORD-1")).payment().payment()).isInstanceOf(Submitted.class);
  }

  @Test
  void an_unknown_push_leaves_the_payment_pending_and_is_never_sent_again() {
    world.gateway.nextPushIs(Replies.unknown());

    var id = world.opened("ORD-1");

    assertThat(world.push(id)).isInstanceOf(Push.Unknown.class);
    assertThat(world.history(id)).containsExactly(CREATED, PUSH_SENT, PUSH_UNKNOWN);
    for (var minute = 0; minute < 10; minute++) {
      world.passes(Duration.ofMinutes(1));
      world.hakika().recovery().resend();
      world.hakika().recovery().sweep();
    }
    assertThat(world.gateway.pushes()).hasSize(1);
    assertThat(world.payment(id).status()).isEqualTo(PaymentStatus.NEEDS_REVIEW);
  }

  @Test
  void a_push_that_was_not_sent_waits_to_be_sent_again() {
    world.gateway.nextPushIs(Replies.notSent());

    var id = world.opened("ORD-1");

    assertThat(world.push(id)).isInstanceOf(Push.Queued.class);
    assertThat(world.history(id)).containsExactly(CREATED, PUSH_SENT, PUSH_REJECTED);
  }

  @Test
  void the_payment_is_committed_before_its_push_leaves() throws Exception {
    var gate = world.gateway.holdNextPush();

    var running = inBackground(world, world.request("ORD-1"));
    gate.awaitArrival();

    var listed = world.hakika().payments().list(Filter.ALL, 1, null).data();
    assertThat(world.push(listed.get(0).payment().id())).isInstanceOf(Push.Claimed.class);
    gate.open();
    assertThat(result(running)).isInstanceOf(Result.Started.class);
  }

  @Test
  void nothing_is_sent_for_a_payment_that_could_not_be_written() {
    world.store.failsAt(Call.ADD);

    assertThatThrownBy(() -> world.starts(world.request("ORD-1")))
        .hasMessage("the database is away");
    assertThat(world.gateway.pushes()).isEmpty();
  }

  @Test
  void a_checkout_is_two_transactions() {
    world.opened("ORD-1");

    assertThat(world.store.calls()).containsExactly(Call.ADD, Call.RECORD);
  }

  @Test
  void whoever_waited_long_enough_is_told_pending_and_the_late_answer_counts() {
    waitsForNothing();
    var gate = world.gateway.holdNextPush();

    var payment = started(world.request("ORD-1")).payment();

    assertThat(payment.payment().status()).isEqualTo(PaymentStatus.PENDING);
    gate.open();
    await().until(() -> world.payment(payment.payment().id()) instanceof Submitted);
    assertThat(world.gateway.pushes()).hasSize(1);
  }

  @Test
  void a_late_answer_that_cannot_be_written_is_a_fault() {
    waitsForNothing();
    var gate = world.gateway.holdNextPush();
    world.opened("ORD-1");
    world.store.failsAt(Call.RECORD);

    gate.open();

    await().until(() -> !world.faults.isEmpty());
    assertThat(world.faults)
        .containsExactly("recording the late answer to a push: the database is away");
  }

  @Test
  void an_answer_that_cannot_be_written_leaves_the_payment_pending_and_is_a_fault() {
    world.store.failsAt(Call.RECORD);

    var payment = started(world.request("ORD-1")).payment().payment();

    assertThat(payment.status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(world.faults)
        .containsExactly("recording the answer to a push: the database is away");
  }

  @Test
  void whoever_is_interrupted_while_waiting_is_told_pending_and_the_push_goes_on()
      throws Exception {
    var gate = world.gateway.holdNextPush();
    var waiting = new CompletableFuture<Result>();
    var request = world.request("ORD-1");
    var customer =
        new Thread(
            () -> {
              var result = world.starts(request);
              waiting.complete(Thread.currentThread().isInterrupted() ? result : null);
            });
    customer.start();
    gate.awaitArrival();

    customer.interrupt();

    var started = (Result.Started) result(waiting);
    assertThat(started).as("interrupted, and still so").isNotNull();
    world.store.failsAt(Call.RECORD);
    gate.open();
    await().until(() -> !world.faults.isEmpty());
    assertThat(world.faults)
        .containsExactly("recording the late answer to a push: the database is away");
  }

  @Test
  void whoever_was_frozen_past_its_claim_does_not_send() {
    world.store.watchedBy(
        new Watch() {
          @Override
          public void after(Call call) {
            if (call == Call.ADD) {
              world.passes(Duration.ofSeconds(30));
            }
          }
        });

    var id = world.opened("ORD-1");

    assertThat(world.gateway.pushes()).isEmpty();
    assertThat(world.push(id)).isInstanceOf(Push.Queued.class);
    assertThat(world.history(id)).containsExactly(CREATED, PUSH_SENT, PUSH_REJECTED);
  }

  @Test
  void whoever_wakes_up_after_others_gave_it_up_changes_nothing() {
    world.store.watchedBy(
        new Watch() {
          @Override
          public void after(Call call) {
            if (call == Call.ADD) {
              world.passes(Duration.ofSeconds(30));
              world.store.recovers();
              world.hakika().recovery().resend();
            }
          }
        });

    var id = world.opened("ORD-1");

    assertThat(world.gateway.pushes()).isEmpty();
    assertThat(world.push(id)).isInstanceOf(Push.Unknown.class);
    world.passes(Duration.ofSeconds(60));
    world.hakika().recovery().resend();
    assertThat(world.gateway.pushes()).isEmpty();
  }

  @Test
  void a_gateway_that_breaks_may_have_sent_the_push() {
    world.gateway.nextPushIs(Replies.breaks());

    var id = world.opened("ORD-1");

    assertThat(world.push(id)).isInstanceOf(Push.Unknown.class);
    assertThat(world.faults).containsExactly("sending a push: the gateway was told to break");
  }

  @Test
  void where_too_many_pushes_are_under_way_one_more_is_put_off() {
    waitsForNothing();
    var gates = IntStream.range(0, 64).mapToObj(i -> world.gateway.holdNextPush()).toList();
    for (var count = 0; count < 64; count++) {
      world.opened("ORD-" + count);
    }
    gates.forEach(gate -> gate.awaitArrival());

    var id = world.opened("ORD-64");

    assertThat(world.push(id)).isInstanceOf(Push.Queued.class);
    assertThat(world.gateway.pushes()).hasSize(64);
    gates.forEach(gate -> gate.open());
    world.passes(Duration.ofSeconds(2));
    await().until(() -> sentAgain(id));
  }

  private boolean sentAgain(PaymentId id) {
    world.hakika().recovery().resend();
    return world.payment(id) instanceof Submitted;
  }

  @Test
  void a_callback_that_beats_the_answer_to_the_push_settles_the_payment() throws Exception {
    var gate = world.gateway.holdNextPush();
    var running = inBackground(world, world.request("ORD-1"));
    gate.awaitArrival();
    var id = world.gateway.pushes().get(0).id();

    world.delivers(id, world.callbackOf(id).success());
    gate.open();

    var payment = ((Result.Started) result(running)).payment();
    assertThat(payment.payment()).isInstanceOf(Paid.class);
    assertThat(payment.version()).isEqualTo(2);
    assertThat(payment.payment().facts().submittedAt()).isNotNull();
    assertThat(payment.lastCallback()).isNotNull();
    assertThat(world.told()).containsExactly("payment.paid");
  }

  @Test
  void a_repeated_request_is_answered_while_the_first_still_runs_and_sends_nothing()
      throws Exception {
    var gate = world.gateway.holdNextPush();
    var request = world.request("ORD-1").withKey("one-click");
    var running = inBackground(world, request);
    gate.awaitArrival();

    var replayed = (Result.Replayed) world.starts(request);

    assertThat(replayed.payment().payment().status()).isEqualTo(PaymentStatus.PENDING);
    gate.open();
    var first = (Result.Started) result(running);
    assertThat(first.payment().payment().id()).isEqualTo(replayed.payment().payment().id());
    assertThat(world.gateway.pushes()).hasSize(1);
  }

  @Test
  void a_repeated_request_shows_the_payment_as_it_stands_now() {
    var request = world.request("ORD-1").withKey("one-click");
    var id = world.opened(request);
    world.delivers(id, world.callbackOf(id).success());

    assertThat(world.starts(request)).isEqualTo(new Result.Replayed(world.details(id)));
    assertThat(world.gateway.pushes()).hasSize(1);
  }

  @Test
  void many_requests_for_one_order_send_one_push() {
    var request = world.request("ORD-1");
    var running = IntStream.range(0, 20).mapToObj(i -> inBackground(world, request)).toList();

    var results = running.stream().map(CompletableFuture::join).toList();

    assertThat(results).filteredOn(Result.Started.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(Result.OrderInProgress.class::isInstance).hasSize(19);
    assertThat(world.gateway.pushes()).hasSize(1);
  }

  @Test
  void many_requests_with_one_key_send_one_push() {
    var request = world.request("ORD-1").withKey("one-click");
    var running = IntStream.range(0, 20).mapToObj(i -> inBackground(world, request)).toList();

    var results = running.stream().map(CompletableFuture::join).toList();

    assertThat(results).filteredOn(Result.Started.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(Result.Replayed.class::isInstance).hasSize(19);
    assertThat(world.gateway.pushes()).hasSize(1);
  }

  @Test
  void a_name_that_another_push_has_leaves_nobody_the_wiser() {
    var first = world.opened("ORD-1");
    world.gateway.nextPushIs(Replies.acceptedAs(world.gateway.namesOf(first)));

    var id = world.opened("ORD-2");

    assertThat(world.push(id)).isInstanceOf(Push.Unknown.class);
    assertThat(world.payment(id).facts().ids()).isNull();
    assertThat(world.payment(first)).isInstanceOf(Submitted.class);
  }

  @Test
  void pushes_beyond_the_agreed_rate_are_sent_in_their_turn() {
    world.with(world.builder().pushRate(new Rate(1, Duration.ofSeconds(1))));
    var ids = new ArrayList<PaymentId>();
    for (var count = 0; count < 20; count++) {
      ids.add(world.opened("ORD-" + count));
    }
    assertThat(world.gateway.pushes()).hasSize(1);

    for (var second = 1; second <= 25; second++) {
      world.passes(Duration.ofSeconds(1));
      world.hakika().recovery().resend();
      assertThat(world.gateway.pushes()).hasSizeLessThanOrEqualTo(1 + second);
    }

    assertThat(ids).allSatisfy(id -> assertThat(world.payment(id)).isInstanceOf(Submitted.class));
    assertThat(world.gateway.pushes()).hasSize(20);
  }

  @Test
  void pushes_slow_down_when_daraja_throttles() {
    world.gateway.nextPushIs(Replies.throttled(Duration.ofSeconds(30)));
    var throttled = world.opened("ORD-1");
    assertThat(((Push.Queued) world.push(throttled)).nextAt())
        .isEqualTo(world.clock.instant().plusSeconds(30));

    assertThat(world.payment(world.opened("ORD-2"))).isInstanceOf(Submitted.class);
    var tooSoon = world.opened("ORD-3");
    assertThat(world.push(tooSoon)).isInstanceOf(Push.Queued.class);
    world.passes(Duration.ofMillis(100));
    assertThat(world.payment(world.opened("ORD-4"))).isInstanceOf(Submitted.class);
  }

  @Test
  void the_key_of_a_refused_request_may_be_used_for_another() {
    world.opened(world.request("ORD-1"));
    var refused = world.request("ORD-1").withKey("one-click");
    assertThat(world.starts(refused)).isInstanceOf(Result.OrderInProgress.class);

    assertThat(world.starts(world.request("ORD-2").withKey("one-click")))
        .isInstanceOf(Result.Started.class);
  }
}
