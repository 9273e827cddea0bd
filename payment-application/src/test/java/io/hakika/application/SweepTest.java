package io.hakika.application;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.Replies;
import io.hakika.application.fake.WatchedPaymentStore.Call;
import io.hakika.application.fake.WatchedPaymentStore.Watch;
import io.hakika.application.port.driving.RecoverPayments.Pass;
import io.hakika.domain.Failed;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Paid;
import io.hakika.domain.Patience;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.Submitted;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Review;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of payments that nobody told us about. */
@Timeout(30)
final class SweepTest {

  private static final Rate PLENTY = new Rate(Integer.MAX_VALUE, Duration.ofSeconds(1));
  private static final Rate ONE_A_SECOND = new Rate(60, Duration.ofMinutes(1));

  private final World world = new World();

  SweepTest() {
    world.with(world.builder().queryRate(PLENTY));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Review.Reason reason(PaymentId id) {
    return ((NeedsReview) world.payment(id)).review().reason();
  }

  /** Lets time pass in steps of five seconds, as the worker looks, and notes when it asked. */
  private List<Long> secondsOfQuestions(Duration until) {
    var seconds = new ArrayList<Long>();
    while (world.clock.instant().isBefore(NOON.plus(until))) {
      world.passes(5);
      var before = world.gateway.queries().size();
      world.sweeps();
      if (world.gateway.queries().size() > before) {
        seconds.add(Duration.between(NOON, world.clock.instant()).toSeconds());
      }
    }
    return seconds;
  }

  @Test
  void the_first_question_is_asked_ninety_seconds_after_the_submission() {
    world.opened("ORD-1");

    world.passes(89);
    assertThat(world.sweeps()).isEqualTo(new Pass(0, 0, List.of(), null));
    world.passes(1);
    assertThat(world.sweeps()).isEqualTo(new Pass(1, 0, List.of(), null));
    assertThat(world.gateway.queries()).hasSize(1);
  }

  @Test
  void waits_double_up_to_the_longest_and_no_more_than_a_fifth_is_added() {
    world.opened("ORD-1");

    var asked = secondsOfQuestions(Duration.ofHours(2));

    assertThat(asked.get(0)).isEqualTo(90);
    var expected = List.of(60L, 120L, 240L, 480L, 900L, 900L);
    for (var i = 0; i < expected.size(); i++) {
      var wait = asked.get(i + 1) - asked.get(i);
      assertThat(wait).as("wait %d", i).isBetween(expected.get(i), expected.get(i) * 12 / 10 + 5);
    }
  }

  @Test
  void a_certain_failure_fails_at_once() {
    var id = world.opened("ORD-1");
    world.gateway.queriesSay(Replies.certainFailure());

    world.passes(90);
    assertThat(world.sweeps().moved()).isEqualTo(1);

    assertThat(((Failed) world.payment(id)).decline().source()).isEqualTo(Decline.Source.QUERY);
    assertThat(world.told()).containsExactly("payment.submitted", "payment.failed");
  }

  @Test
  void a_likely_failure_is_believed_when_it_is_said_twice() {
    var id = world.opened("ORD-1");
    world.gateway.queriesSay(Replies.likelyFailure());

    world.passes(90);
    world.sweeps();
    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
    world.passes(75);
    world.sweeps();
    assertThat(world.payment(id)).isInstanceOf(Failed.class);
  }

  @Test
  void a_success_said_twice_needs_a_person_and_the_late_callback_pays() {
    var id = world.opened("ORD-1");
    world.gateway.queriesSay(Replies.success());

    world.passes(90);
    world.sweeps();
    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
    world.passes(75);
    world.sweeps();

    assertThat(reason(id)).isEqualTo(Review.Reason.PAID_WITHOUT_RECEIPT);
    assertThat(world.payment(id).facts().receipt()).as("never made up").isNull();
    world.delivers(id, world.callbackOf(id).success());
    assertThat(world.payment(id)).isInstanceOf(Paid.class);
  }

  @Test
  void silence_between_two_answers_of_one_class_does_not_count() {
    var id = world.opened("ORD-1");
    world.gateway.nextQueryIs(Replies.likelyFailure());
    world.gateway.nextQueryIs(Replies.pending());
    world.gateway.nextQueryIs(Replies.unanswered());
    world.gateway.nextQueryIs(Replies.likelyFailure());

    secondsOfQuestions(Duration.ofMinutes(15));

    assertThat(world.payment(id)).isInstanceOf(Failed.class);
  }

  @Test
  void an_answer_of_another_class_between_two_begins_anew() {
    var id = world.opened("ORD-1");
    world.gateway.nextQueryIs(Replies.likelyFailure());
    world.gateway.nextQueryIs(Replies.success());
    world.gateway.nextQueryIs(Replies.likelyFailure());

    secondsOfQuestions(Duration.ofMinutes(7));

    assertThat(world.gateway.queries()).hasSize(3);
    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
  }

  @Test
  void waiting_ends_at_the_deadline_where_daraja_answered() {
    var id = world.opened("ORD-1");

    secondsOfQuestions(Duration.ofMinutes(119));
    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
    world.passes(60);
    world.sweeps();

    assertThat(reason(id)).isEqualTo(Review.Reason.UNSETTLED);
  }

  @Test
  void waiting_ends_at_the_deadline_with_what_daraja_said_last() {
    var id = world.opened("ORD-1");
    world.gateway.nextQueryIs(Replies.success());

    secondsOfQuestions(Duration.ofHours(2));

    assertThat(reason(id)).isEqualTo(Review.Reason.PAID_WITHOUT_RECEIPT);
  }

  @Test
  void waiting_ends_at_the_deadline_where_daraja_was_asked_three_times_in_vain() {
    var id = world.opened("ORD-1");
    world.gateway.queriesSay(Replies.unanswered());

    secondsOfQuestions(Duration.ofHours(2));

    assertThat(reason(id)).isEqualTo(Review.Reason.UNSETTLED);
  }

  @Test
  void waiting_goes_on_beyond_the_deadline_until_daraja_was_asked_three_times() {
    var seldom = patience(Duration.ofHours(5), Duration.ofHours(5));
    world.with(world.builder().queryRate(PLENTY).patience(seldom));
    var id = world.opened("ORD-1");
    world.gateway.queriesSay(Replies.unanswered());

    secondsOfQuestions(Duration.ofHours(4));
    assertThat(world.payment(id)).isInstanceOf(Submitted.class);
    assertThat(world.gateway.queries()).hasSize(2);
    secondsOfQuestions(Duration.ofHours(9));
    assertThat(world.gateway.queries()).hasSize(3);
    assertThat(reason(id)).isEqualTo(Review.Reason.UNSETTLED);
  }

  @Test
  void waiting_ends_at_twelve_times_the_deadline_though_nobody_ever_asked() {
    var id = world.opened("ORD-1");

    world.passes(Duration.ofHours(24));
    world.sweeps();

    assertThat(world.gateway.queries()).isEmpty();
    assertThat(reason(id)).isEqualTo(Review.Reason.UNSETTLED);
  }

  private static Patience patience(Duration backoff, Duration longest) {
    var standard = Patience.STANDARD;
    return new Patience(
        standard.submissionRetry(),
        standard.submissionUnknownAfter(),
        standard.pushLease(),
        standard.recoveryAfter(),
        backoff,
        longest,
        standard.recoveryDeadline());
  }

  @Test
  void an_unknown_push_needs_a_person_after_five_minutes() {
    world.gateway.nextPushIs(Replies.unknown());
    var id = world.opened("ORD-1");

    world.passes(Duration.ofMinutes(5).minusNanos(1000));
    world.sweeps();
    assertThat(world.payment(id).status()).isEqualTo(PaymentStatus.PENDING);
    world.passes(Duration.ofNanos(1000));
    world.sweeps();

    assertThat(reason(id)).isEqualTo(Review.Reason.SUBMISSION_UNKNOWN);
    assertThat(world.gateway.queries()).isEmpty();
    assertThat(world.told()).containsExactly("payment.needs_review");
  }

  @Test
  void what_waits_for_a_person_and_what_is_settled_is_not_asked_about() {
    var paid = world.opened("ORD-1");
    world.delivers(paid, world.callbackOf(paid).success());
    var review = world.opened("ORD-2");
    world.delivers(review, world.callbackOf(review).successOf("1"));

    world.passes(Duration.ofHours(30));
    world.sweeps();

    assertThat(world.gateway.queries()).isEmpty();
  }

  @Test
  void a_question_made_due_on_a_settled_payment_is_asked_once() {
    var id = world.opened("ORD-1");
    world.delivers(id, world.callbackOf(id).success());
    world.delivers(id, new byte[0]);

    world.sweeps();
    world.passes(Duration.ofHours(1));
    world.sweeps();

    assertThat(world.gateway.queries()).hasSize(1);
    assertThat(world.payment(id)).isInstanceOf(Paid.class);
  }

  @Test
  void nobody_asks_what_somebody_asked_a_moment_ago() {
    var id = world.opened("ORD-1");
    world.passes(90);
    world.memory.claimQuery(id, world.clock.instant(), Duration.ofSeconds(15));

    assertThat(world.sweeps().looked()).isEqualTo(1);
    assertThat(world.gateway.queries()).isEmpty();
    world.passes(30);
    world.sweeps();
    assertThat(world.gateway.queries()).hasSize(1);
  }

  @Test
  void a_callback_that_comes_while_daraja_is_asked_is_not_overwritten() {
    var id = world.opened("ORD-1");
    world.passes(90);
    world.gateway.nextQueryIs(Replies.certainFailure());
    var gate = world.gateway.holdNextQuery();
    var sweep = CompletableFuture.supplyAsync(world::sweeps);
    gate.awaitArrival();

    world.delivers(id, world.callbackOf(id).success());
    gate.open();

    assertThat(sweep.join().faults()).isEmpty();
    assertThat(world.payment(id)).isInstanceOf(Paid.class);
    assertThat(world.details(id).lastQuery()).isNotNull();
  }

  @Test
  void one_payment_that_breaks_does_not_stop_the_others() {
    var ids = new ArrayList<PaymentId>();
    for (var count = 0; count < 5; count++) {
      ids.add(world.opened("ORD-" + count));
    }
    world.passes(90);
    world.gateway.queriesSay(Replies.certainFailure());
    var records = new AtomicInteger();
    world.store.watchedBy(
        new Watch() {
          @Override
          public void before(Call call) {
            if (call == Call.RECORD && records.incrementAndGet() == 2) {
              throw new IllegalStateException("this row is poisoned");
            }
          }
        });

    var pass = world.sweeps();

    assertThat(pass.looked()).isEqualTo(5);
    assertThat(pass.moved()).isEqualTo(4);
    assertThat(pass.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(ids).contains(fault.payment());
              assertThat(fault.cause()).hasMessage("this row is poisoned");
            });
  }

  @Test
  void a_gateway_that_breaks_has_not_answered_and_is_asked_again_in_its_time() {
    var id = world.opened("ORD-1");
    world.passes(90);
    world.gateway.nextQueryIs(Replies.queryBreaks());

    world.sweeps();

    assertThat(world.faults).containsExactly("asking about a push: the gateway was told to break");
    assertThat(world.payment(id).facts().queries().tried()).isEqualTo(1);
    assertThat(world.payment(id).facts().queries().answered()).isZero();
    world.passes(59);
    world.sweeps();
    assertThat(world.gateway.queries()).hasSize(1);
    world.passes(14);
    world.sweeps();
    assertThat(world.gateway.queries()).hasSize(2);
  }

  @Test
  void questions_beyond_the_budget_wait_for_their_turn() {
    world.with(world.builder().queryRate(ONE_A_SECOND));
    for (var count = 0; count < 20; count++) {
      world.opened("ORD-" + count);
    }
    world.passes(90);

    var pass = world.sweeps();

    assertThat(pass.looked()).isEqualTo(1);
    assertThat(pass.again()).isEqualTo(world.clock.instant().plusSeconds(1));
    assertThat(world.gateway.queries()).hasSize(1);
    for (var question = 2; question <= 20; question++) {
      world.passes(1);
      world.sweeps();
      assertThat(world.gateway.queries()).hasSize(question);
    }
    assertThat(world.gateway.queries()).doesNotHaveDuplicates();
  }

  @Test
  void of_four_questions_three_are_about_the_newest_and_one_is_about_the_oldest() {
    world.with(world.builder().queryRate(ONE_A_SECOND));
    var names = new ArrayList<CheckoutRequestId>();
    for (var count = 0; count < 40; count++) {
      names.add(world.gateway.namesOf(world.opened("ORD-" + count)).checkoutRequestId());
      world.passes(1);
    }
    world.passes(90);

    for (var question = 0; question < 8; question++) {
      world.sweeps();
      world.passes(1);
    }

    assertThat(world.gateway.queries())
        .containsExactly(
            names.get(39),
            names.get(38),
            names.get(37),
            names.get(0),
            names.get(36),
            names.get(35),
            names.get(34),
            names.get(1));
  }

  @Test
  void throttling_halves_the_budget_and_no_other_answer_does() {
    world.with(world.builder());
    for (var count = 0; count < 4; count++) {
      world.opened("ORD-" + count);
    }
    world.gateway.nextQueryIs(Replies.unanswered());
    world.gateway.nextQueryIs(Replies.queryThrottled());
    world.passes(90);

    world.sweeps();
    assertThat(world.sweeps().again()).isEqualTo(world.clock.instant().plusSeconds(12));
    world.passes(12);
    world.sweeps();
    world.passes(12);
    world.sweeps();

    assertThat(world.gateway.queries()).hasSize(3);
    assertThat(world.sweeps().again()).isEqualTo(world.clock.instant().plusSeconds(24));
  }

  @Test
  void ends_of_waits_need_no_budget() {
    world.with(world.builder());
    for (var count = 0; count < 20; count++) {
      world.opened("ORD-" + count);
    }
    world.passes(Duration.ofHours(24));

    var pass = world.sweeps();

    assertThat(pass.moved()).isEqualTo(20);
    assertThat(pass.again()).isNull();
  }

  @Test
  void two_instances_on_one_database_ask_each_question_once() {
    for (var count = 0; count < 30; count++) {
      world.opened("ORD-" + count);
    }
    world.passes(90);
    try (var other = world.builder().queryRate(PLENTY).build()) {
      var theirs = CompletableFuture.supplyAsync(() -> other.recovery().sweep());
      world.sweeps();
      theirs.join();
    }

    assertThat(world.gateway.queries()).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void a_question_that_nobody_answers_any_more_is_taken_over_when_its_lease_ends() {
    world.opened("ORD-1");
    world.passes(90);
    world.store.failsAt(Call.CLAIM_QUERY);
    assertThat(world.sweeps().faults()).hasSize(1);
    world.store.recovers();

    world.passes(29);
    world.sweeps();
    assertThat(world.gateway.queries()).isEmpty();
    world.passes(1);
    world.sweeps();
    assertThat(world.gateway.queries()).hasSize(1);
  }
}
