package io.hakika.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Replies;
import io.hakika.application.port.driving.RecoverPayments.Asked;
import io.hakika.domain.Failed;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.Submitted;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Review;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** "The customer says they paid." */
@Timeout(30)
final class OnDemandTest {

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private Asked recovers(PaymentId id) {
    return world.hakika().recovery().recover(id);
  }

  @Test
  void daraja_is_asked_at_once_at_any_age() {
    var id = world.opened("ORD-1");

    assertThat(recovers(id)).isEqualTo(new Asked.Answered(world.details(id)));

    assertThat(world.gateway.queries())
        .containsExactly(world.gateway.namesOf(id).checkoutRequestId());
    assertThat(world.details(id).lastQuery()).isNotNull();
  }

  @Test
  void what_daraja_says_counts() {
    var id = world.opened("ORD-1");
    world.gateway.nextQueryIs(Replies.certainFailure());

    var answered = (Asked.Answered) recovers(id);

    assertThat(answered.payment().payment()).isInstanceOf(Failed.class);
    assertThat(answered.payment().version()).isEqualTo(3);
  }

  @Test
  void what_a_worker_heard_before_confirms_what_is_heard_on_demand() {
    var id = world.opened("ORD-1");
    world.gateway.queriesSay(Replies.likelyFailure());
    world.passes(90);
    world.sweeps();

    world.passes(59);
    recovers(id);
    assertThat(world.payment(id)).as("not long enough apart").isInstanceOf(Submitted.class);
    world.passes(15);
    recovers(id);
    assertThat(world.payment(id)).isInstanceOf(Failed.class);
  }

  @Test
  void a_paid_payment_needs_no_question() {
    var id = world.opened("ORD-1");
    world.delivers(id, world.callbackOf(id).success());

    assertThat(recovers(id)).isEqualTo(new Asked.Answered(world.details(id)));
    assertThat(world.gateway.queries()).isEmpty();
  }

  @Test
  void a_failed_payment_and_one_that_waits_for_a_person_may_be_asked_about() {
    var failed = world.opened("ORD-1");
    world.delivers(failed, world.callbackOf(failed).cancelled());
    var review = world.opened("ORD-2");
    world.delivers(review, world.callbackOf(review).successOf("1"));

    assertThat(recovers(failed)).isInstanceOf(Asked.Answered.class);
    assertThat(recovers(review)).isInstanceOf(Asked.Answered.class);
    assertThat(world.gateway.queries()).hasSize(2);
  }

  @Test
  void a_failure_is_doubted_when_daraja_says_twice_that_it_succeeded() {
    var id = world.opened("ORD-1");
    world.delivers(id, world.callbackOf(id).cancelled());
    world.gateway.queriesSay(Replies.success());

    recovers(id);
    assertThat(world.payment(id)).isInstanceOf(Failed.class);
    world.passes(60);
    recovers(id);

    assertThat(((NeedsReview) world.payment(id)).review().reason())
        .isEqualTo(Review.Reason.CONTRADICTORY);
  }

  @Test
  void a_payment_that_does_not_exist_is_not_found() {
    assertThat(recovers(PaymentFixture.aPayment().id())).isEqualTo(new Asked.NotFound());
  }

  @Test
  void a_push_that_daraja_never_named_cannot_be_asked_about() {
    world.gateway.nextPushIs(Replies.unknown());
    var id = world.opened("ORD-1");

    assertThat(recovers(id)).isEqualTo(new Asked.NotQueryable());
    assertThat(world.payment(id).status()).isEqualTo(PaymentStatus.PENDING);
  }

  @Test
  void asking_again_within_fifteen_seconds_is_too_soon() {
    var id = world.opened("ORD-1");
    var asked = world.clock.instant();
    recovers(id);

    world.passes(10);
    assertThat(recovers(id)).isEqualTo(new Asked.TooSoon(asked.plusSeconds(15)));
    world.passes(Duration.ofSeconds(5).minusNanos(1000));
    assertThat(recovers(id)).isEqualTo(new Asked.TooSoon(asked.plusSeconds(15)));
    world.passes(Duration.ofNanos(1000));
    assertThat(recovers(id)).isInstanceOf(Asked.Answered.class);
  }

  @Test
  void asking_is_too_soon_while_somebody_else_still_asks() {
    var id = world.opened("ORD-1");
    var gate = world.gateway.holdNextQuery();
    var first = CompletableFuture.supplyAsync(() -> recovers(id));
    gate.awaitArrival();

    assertThat(recovers(id)).isEqualTo(new Asked.TooSoon(world.clock.instant().plusSeconds(15)));

    gate.open();
    assertThat(first.join()).isInstanceOf(Asked.Answered.class);
    assertThat(world.gateway.queries()).hasSize(1);
  }

  @Test
  void asking_soon_after_a_worker_did_is_too_soon() {
    var id = world.opened("ORD-1");
    world.passes(90);
    world.sweeps();

    assertThat(recovers(id)).isInstanceOf(Asked.TooSoon.class);
  }

  @Test
  void a_persons_question_counts_to_the_budget_and_is_never_refused_by_it() {
    var due = world.opened("ORD-1");
    var asked = new PaymentId[] {world.opened("ORD-2"), world.opened("ORD-3")};
    world.passes(90);

    for (var id : asked) {
      assertThat(recovers(id)).isInstanceOf(Asked.Answered.class);
    }

    assertThat(world.sweeps().again()).isEqualTo(world.clock.instant().plusSeconds(24));
    assertThat(world.payment(due).facts().queries().tried()).isZero();
    world.passes(24);
    world.sweeps();
    assertThat(world.payment(due).facts().queries().tried()).isEqualTo(1);
  }

  @Test
  void an_answer_that_comes_after_the_deadline_ends_the_wait_at_once() {
    var id = world.opened("ORD-1");
    world.passes(Duration.ofHours(3));

    var answered = (Asked.Answered) recovers(id);

    assertThat(((NeedsReview) answered.payment().payment()).review().reason())
        .isEqualTo(Review.Reason.UNSETTLED);
  }

  @Test
  void a_gateway_that_breaks_has_not_answered() {
    var id = world.opened("ORD-1");
    world.gateway.nextQueryIs(Replies.queryBreaks());

    assertThat(recovers(id)).isInstanceOf(Asked.Answered.class);
    assertThat(world.payment(id).facts().queries().answered()).isZero();
    assertThat(world.faults).hasSize(1);
  }
}
