package io.hakika.application.contract;

import static io.hakika.application.contract.StoreUnderTest.FAR;
import static io.hakika.application.contract.StoreUnderTest.LEASE;
import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.PATIENCE;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.PaymentStore.Work;
import io.hakika.domain.Evidence.UnusableCallback;
import io.hakika.domain.Pending;
import io.hakika.domain.value.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Taking due work: the right payments, not too many, and nobody else's. */
public interface DueWorkContract extends StoreContract {

  private List<Stored> claims(Work work, Instant now, int atMost) {
    return stores().store().claimDue(work, now, LEASE, atMost);
  }

  /** Submitted payments, the first the oldest, each due a minute after the one before. */
  private List<PaymentId> submittedAMinuteApart(int many) {
    var ids = new ArrayList<PaymentId>();
    for (var minute = 0; minute < many; minute++) {
      var fixture = aPayment().openedAt(NOON.plus(Duration.ofMinutes(minute)));
      stores().walk().to(Stage.SUBMITTED, fixture);
      ids.add(fixture.id());
    }
    return ids;
  }

  private static List<PaymentId> ids(List<Stored> stored) {
    return stored.stream().map(one -> one.payment().id()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, PUSH",
    "QUEUED, PUSH",
    "PUSH_UNKNOWN, RECOVERY",
    "SUBMITTED, RECOVERY",
  })
  default void a_payment_is_claimed_from_the_microsecond_it_is_due(Stage stage, Work work) {
    var stored = stores().walk().to(stage, aPayment());
    var payment = stored.payment();
    var due = (work == Work.PUSH ? payment.pushDue() : payment.recoveryDue()).orElseThrow();

    assertThat(claims(work, due.minusNanos(1000), 10)).isEmpty();
    assertThat(ids(claims(work, due, 10))).containsExactly(payment.id());
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, RECOVERY",
    "QUEUED, RECOVERY",
    "PUSH_UNKNOWN, PUSH",
    "SUBMITTED, PUSH",
  })
  default void one_kind_of_work_is_not_the_other(Stage stage, Work other) {
    stores().walk().to(stage, aPayment());

    assertThat(claims(other, FAR, 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PENDING", "QUEUED", "PUSH_UNKNOWN", "SUBMITTED"})
  default void a_payment_that_waits_for_nobody_is_never_claimed(Stage stage) {
    stores().walk().to(stage, aPayment());

    assertThat(claims(Work.PUSH, FAR, 10)).isEmpty();
    assertThat(claims(Work.RECOVERY, FAR, 10)).isEmpty();
  }

  @Test
  default void a_settled_payment_with_a_question_made_due_is_claimed() {
    var fixture = aPayment();
    var paid = stores().walk().to(Stage.PAID, fixture);
    var came = fixture.after(Duration.ofHours(1));
    stores().walk().hears(paid, new UnusableCallback(came));

    assertThat(claims(Work.RECOVERY, came.minusNanos(1000), 10)).isEmpty();
    assertThat(ids(claims(Work.RECOVERY, came, 10))).containsExactly(fixture.id());
  }

  @Test
  default void a_claim_shows_the_payment_as_it_stands() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);

    var claimed = claims(Work.RECOVERY, FAR, 1).get(0);

    assertThat(claimed.payment()).isEqualTo(submitted.payment());
    assertThat(claimed.version()).isEqualTo(submitted.version());
    assertThat(claimed).isEqualTo(stores().walk().now(fixture.id()));
  }

  @Test
  default void nobody_takes_more_than_asked_for() {
    submittedAMinuteApart(5);

    assertThat(claims(Work.RECOVERY, FAR, 3)).hasSize(3);
    assertThat(claims(Work.RECOVERY, FAR, 3)).hasSize(2);
    assertThat(claims(Work.RECOVERY, FAR, 3)).isEmpty();
  }

  @Test
  default void of_four_three_are_the_newest_due_and_one_is_the_oldest() {
    var ids = submittedAMinuteApart(12);

    assertThat(ids(claims(Work.RECOVERY, FAR, 4)))
        .containsExactlyInAnyOrder(ids.get(11), ids.get(10), ids.get(9), ids.get(0));
    assertThat(ids(claims(Work.RECOVERY, FAR, 4)))
        .containsExactlyInAnyOrder(ids.get(8), ids.get(7), ids.get(6), ids.get(1));
  }

  @Test
  default void of_eight_six_are_the_newest_due_and_two_are_the_oldest() {
    var ids = submittedAMinuteApart(12);

    assertThat(ids(claims(Work.RECOVERY, FAR, 8)))
        .containsExactlyInAnyOrder(
            ids.get(11),
            ids.get(10),
            ids.get(9),
            ids.get(8),
            ids.get(7),
            ids.get(6),
            ids.get(0),
            ids.get(1));
  }

  @Test
  default void where_fewer_are_due_all_are_taken() {
    var ids = submittedAMinuteApart(3);

    assertThat(ids(claims(Work.RECOVERY, FAR, 4))).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  default void a_payment_that_is_not_due_yet_is_no_newest() {
    var ids = submittedAMinuteApart(3);
    var second = stores().walk().now(ids.get(1)).payment().recoveryDue().orElseThrow();

    assertThat(ids(claims(Work.RECOVERY, second, 4)))
        .containsExactlyInAnyOrder(ids.get(0), ids.get(1));
  }

  @Test
  default void a_claim_runs_out_when_its_lease_does() {
    stores().walk().to(Stage.SUBMITTED, aPayment());
    var now = NOON.plus(Duration.ofHours(1));
    assertThat(claims(Work.RECOVERY, now, 1)).hasSize(1);

    assertThat(claims(Work.RECOVERY, now.plus(LEASE).minusNanos(1000), 1)).isEmpty();
    assertThat(claims(Work.RECOVERY, now.plus(LEASE), 1)).hasSize(1);
    assertThat(claims(Work.RECOVERY, now.plus(LEASE), 1)).isEmpty();
  }

  @Test
  default void work_that_is_given_back_is_due_as_before() {
    var ids = submittedAMinuteApart(2);
    var before = claims(Work.RECOVERY, FAR, 2);

    stores().store().release(List.of(ids.get(0)));

    var again = claims(Work.RECOVERY, FAR, 2);
    assertThat(ids(again)).containsExactly(ids.get(0));
    assertThat(before).extracting(Stored::payment).contains(again.get(0).payment());
  }

  @Test
  default void giving_back_nothing_is_nothing() {
    submittedAMinuteApart(1);
    claims(Work.RECOVERY, FAR, 1);

    stores().store().release(List.of());

    assertThat(claims(Work.RECOVERY, FAR, 1)).isEmpty();
  }

  @Test
  default void whoever_settles_a_payment_takes_it_off_the_due_work() {
    var fixture = aPayment();
    stores().walk().to(Stage.SUBMITTED, fixture);
    var claimed = claims(Work.RECOVERY, FAR, 1).get(0);

    stores().walk().hears(claimed, fixture.success());

    assertThat(claims(Work.RECOVERY, FAR, 1)).isEmpty();
  }

  @Test
  default void a_push_that_is_claimed_again_is_due_when_its_sender_counts_as_dead() {
    var fixture = aPayment();
    var queued = stores().walk().to(Stage.QUEUED, fixture);
    var due = queued.payment().pushDue().orElseThrow();
    var taken = claims(Work.PUSH, due, 1).get(0);
    var pending = (Pending) taken.payment();
    stores().walk().records(taken, pending.claimPush(due, PATIENCE).orElseThrow());

    var dead = due.plus(PATIENCE.pushLease());
    assertThat(claims(Work.PUSH, dead.minusNanos(1000), 1)).isEmpty();
    assertThat(claims(Work.PUSH, dead, 1)).hasSize(1);
  }

  @Test
  default void only_one_asks_within_the_gap() {
    PaymentFixture fixture = aPayment();
    stores().walk().to(Stage.SUBMITTED, fixture);
    var gap = Duration.ofSeconds(15);

    assertThat(stores().store().claimQuery(fixture.id(), NOON, gap)).isTrue();
    assertThat(stores().store().claimQuery(fixture.id(), NOON, gap)).isFalse();
    var almost = NOON.plus(gap).minusNanos(1000);
    assertThat(stores().store().claimQuery(fixture.id(), almost, gap)).isFalse();
    assertThat(stores().store().claimQuery(fixture.id(), NOON.plus(gap), gap)).isTrue();
    assertThat(stores().store().claimQuery(fixture.id(), NOON.plus(gap), gap)).isFalse();
  }

  @Test
  default void whoever_was_too_soon_does_not_make_others_wait_longer() {
    var fixture = aPayment();
    stores().walk().to(Stage.SUBMITTED, fixture);
    var gap = Duration.ofSeconds(15);
    stores().store().claimQuery(fixture.id(), NOON, gap);
    stores().store().claimQuery(fixture.id(), NOON.plusSeconds(10), gap);

    assertThat(stores().store().claimQuery(fixture.id(), NOON.plus(gap), gap)).isTrue();
  }

  @Test
  default void questions_about_one_payment_do_not_hold_up_another() {
    var one = aPayment();
    var other = aPayment();
    stores().walk().to(Stage.SUBMITTED, one);
    stores().walk().to(Stage.SUBMITTED, other);
    var gap = Duration.ofSeconds(15);

    assertThat(stores().store().claimQuery(one.id(), NOON, gap)).isTrue();
    assertThat(stores().store().claimQuery(other.id(), NOON, gap)).isTrue();
  }

  @Test
  default void taking_the_right_to_ask_changes_no_payment() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);

    stores().store().claimQuery(fixture.id(), NOON, Duration.ofSeconds(15));

    assertThat(stores().walk().now(fixture.id()).payment()).isEqualTo(submitted.payment());
    assertThat(stores().walk().now(fixture.id()).version()).isEqualTo(submitted.version());
  }
}
