package io.hakika.domain;

import static io.hakika.domain.Given.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.ProviderText;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

  private static final Patience STANDARD = Patience.STANDARD;
  private static final int PAYMENTS = 500;

  @ParameterizedTest
  @CsvSource({"1, PT1M", "2, PT2M", "3, PT4M", "4, PT8M", "5, PT15M", "6, PT15M", "1000, PT15M"})
  void the_wait_after_a_query_doubles_up_to_the_longest(int tried, Duration wait) {
    for (var i = 0; i < PAYMENTS; i++) {
      var next = STANDARD.nextQuery(START, tried, order(i));

      assertThat(next).isBetween(START.plus(wait), START.plus(wait.multipliedBy(6).dividedBy(5)));
    }
  }

  @Test
  void payments_submitted_together_are_not_asked_about_together() {
    Set<Instant> due = new HashSet<>();
    for (var i = 0; i < PAYMENTS; i++) {
      due.add(STANDARD.nextQuery(START, 1, order(i)));
    }

    assertThat(due).hasSize(21).contains(START.plusSeconds(60), START.plusSeconds(72));
  }

  @Test
  void the_schedule_of_one_payment_is_always_the_same() {
    assertThat(STANDARD.nextQuery(START, 3, order(1)))
        .isEqualTo(STANDARD.nextQuery(START, 3, order(1)));
  }

  @Test
  void a_longest_wait_below_the_first_is_the_only_wait() {
    var hasty = backoff(Duration.ofSeconds(60), Duration.ofSeconds(10));

    assertThat(hasty.nextQuery(START, 1, order(1)))
        .isBetween(START.plusSeconds(10), START.plusSeconds(12));
  }

  @ParameterizedTest
  @CsvSource({"PT60S, PT15S", "PT15S, PT15S", "PT1S, PT1S"})
  void a_worker_asks_no_sooner_than_a_person_may_unless_its_schedule_is_closer(
      Duration backoff, Duration apart) {
    assertThat(backoff(backoff, Duration.ofMinutes(15)).betweenScheduledQueries()).isEqualTo(apart);
  }

  @ParameterizedTest
  @CsvSource({"1, PT2S", "2, PT4S", "3, PT8S", "4, PT15S", "5, PT15S", "1000, PT15S"})
  void a_push_that_was_not_sent_waits_two_seconds_doubling_to_fifteen(int sent, Duration wait) {
    assertThat(Patience.untilNextPush(notSent(null), sent)).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource({"1, PT0S, PT2S", "1, PT1S, PT2S", "1, PT7S, PT7S", "4, PT7S, PT15S", "4, PT1M, PT1M"})
  void it_waits_as_long_as_daraja_asks_and_never_less_than_by_itself(
      int sent, Duration retryAfter, Duration wait) {
    assertThat(Patience.untilNextPush(notSent(retryAfter), sent)).isEqualTo(wait);
  }

  @Test
  void a_queued_push_can_be_taken_up_when_its_time_has_come_and_not_before() {
    var queued = (Pending) Given.weighed(Given.pending(), notSent(Duration.ofSeconds(7)));

    assertThat(queued.pushDue()).contains(START.plusSeconds(7));
    assertThat(queued.claimPush(START.plusMillis(6999), STANDARD)).isEmpty();
    var claimed = (Pending) queued.claimPush(START.plusSeconds(7), STANDARD).orElseThrow().now();
    assertThat(claimed.push().attempts()).isEqualTo(2);
    assertThat(claimed.maySend(START.plusSeconds(36))).isTrue();
    assertThat(claimed.maySend(START.plusSeconds(37))).as("the lease is over").isFalse();
    assertThat(claimed.claimPush(START.plusSeconds(8), STANDARD)).as("claimed").isEmpty();
  }

  @Test
  void the_first_query_is_due_when_the_submission_is_old_enough() {
    assertThat(Given.submitted().recoveryDue()).contains(START.plusSeconds(2 + 90));
  }

  @Test
  void a_question_made_due_keeps_its_distance_from_the_last_one() {
    var asked = Given.weighed(Given.submitted(), Given.unanswered(Given.minute(2)));

    var soon = Given.weighed(asked, new Evidence.UnusableCallback(Given.minute(2).plusSeconds(1)));
    var late = Given.weighed(asked, new Evidence.UnusableCallback(Given.minute(2).plusSeconds(20)));

    assertThat(soon.recoveryDue()).contains(Given.minute(2).plus(Patience.BETWEEN_QUERIES));
    assertThat(late.recoveryDue()).contains(Given.minute(2).plusSeconds(20));
  }

  @Test
  void a_deadline_that_ends_nothing_yet_does_not_hurry_the_next_question() {
    var justBefore = START.plusSeconds(2).plus(STANDARD.recoveryDeadline()).minusSeconds(10);

    var asked = Given.weighed(Given.submitted(), Given.unanswered(justBefore));
    var answered =
        Given.weighed(Given.submitted(), Given.query(QueryClass.NO_INFORMATION, justBefore));

    assertThat(asked.recoveryDue()).contains(justBefore.plus(STANDARD.betweenScheduledQueries()));
    assertThat(answered.recoveryDue()).contains(justBefore.plusSeconds(10));
  }

  @Test
  void three_questions_that_nobody_answered_are_enough_at_the_deadline_and_two_are_not() {
    var deadline = START.plusSeconds(2).plus(STANDARD.recoveryDeadline());
    var twice =
        Given.weighed(
            Given.weighed(Given.submitted(), Given.unanswered(Given.minute(2))),
            Given.unanswered(Given.minute(4)));
    var thrice = Given.weighed(twice, Given.unanswered(Given.minute(8)));

    assertThat(thrice.lapse(deadline.minusNanos(1), STANDARD)).isEmpty();
    assertThat(thrice.lapse(deadline, STANDARD).orElseThrow().now())
        .isInstanceOfSatisfying(
            NeedsReview.class,
            needs ->
                assertThat(needs.review().detail())
                    .isEqualTo("no callback came, and asking Daraja 3 times settled nothing"));
    assertThat(twice.lapse(deadline, STANDARD)).isEmpty();
    var last = START.plusSeconds(2).plus(STANDARD.recoveryDeadline().multipliedBy(12));
    assertThat(twice.lapse(last.minusNanos(1), STANDARD)).isEmpty();
    assertThat(twice.lapse(last, STANDARD)).isPresent();
  }

  @Test
  void a_question_that_was_asked_once_is_not_told_as_many() {
    var asked =
        Given.weighed(Given.submitted(), Given.query(QueryClass.NO_INFORMATION, Given.minute(2)));
    var deadline = START.plusSeconds(2).plus(STANDARD.recoveryDeadline());

    assertThat(asked.lapse(deadline, STANDARD).orElseThrow().now())
        .isInstanceOfSatisfying(
            NeedsReview.class,
            needs ->
                assertThat(needs.review().detail())
                    .isEqualTo("no callback came, and asking Daraja once settled nothing"));
  }

  @Test
  void a_push_of_unknown_outcome_is_due_for_a_person_or_sooner_for_a_question() {
    var unknown = Given.weighed(Given.pending(), Given.unknown(START.plusSeconds(20)));
    var review = START.plusSeconds(20).plus(STANDARD.submissionUnknownAfter());
    var named = Given.weighed(unknown, Given.came(Given.noOutcome(), Given.minute(1)));
    var asked = Given.weighed(named, new Evidence.UnusableCallback(Given.minute(2)));
    var askedLate = Given.weighed(named, new Evidence.UnusableCallback(Given.minute(9)));

    assertThat(unknown.recoveryDue()).contains(review);
    assertThat(named.recoveryDue()).contains(review);
    assertThat(asked.recoveryDue()).contains(Given.minute(2));
    assertThat(askedLate.recoveryDue()).contains(review);
  }

  private static PushAnswer.NotSent notSent(@Nullable Duration retryAfter) {
    return new PushAnswer.NotSent(new ProviderText("no connection"), retryAfter, false, START);
  }

  private static Patience backoff(Duration first, Duration longest) {
    return new Patience(
        STANDARD.submissionRetry(),
        STANDARD.submissionUnknownAfter(),
        STANDARD.pushLease(),
        STANDARD.recoveryAfter(),
        first,
        longest,
        STANDARD.recoveryDeadline());
  }

  private static Order order(int number) {
    var one = Given.order();
    return new Order(
        PaymentId.create(START, new Random(number)),
        one.orderId(),
        one.account(),
        one.phone(),
        one.amount(),
        one.accountReference(),
        one.description(),
        one.metadata(),
        null,
        one.callbackToken(),
        one.statusToken(),
        one.createdAt());
  }
}
