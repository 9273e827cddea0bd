package io.hakika.application.contract;

import static io.hakika.application.contract.StoreUnderTest.FAR;
import static io.hakika.application.contract.StoreUnderTest.LEASE;
import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.EventLog.Logged;
import io.hakika.domain.PaymentEvent;
import io.hakika.domain.value.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that an {@link io.hakika.application.port.driven.EventLog} has to keep to. */
public interface EventLogContract extends StoreContract {

  /** When events are claimed; every event of these tests has been written by then. */
  Instant LATER = NOON.plus(Duration.ofDays(1));

  private List<Logged> claims(Instant now) {
    return stores().events().claim(now, LEASE, 10);
  }

  private static List<String> types(List<Logged> events) {
    return events.stream().map(one -> one.event().type()).toList();
  }

  /** A payment whose two events, submitted and paid, are untold. */
  private PaymentFixture paid() {
    var fixture = aPayment();
    stores().walk().to(Stage.PAID, fixture);
    return fixture;
  }

  @ParameterizedTest
  @EnumSource
  default void an_event_comes_back_as_it_was_written(Stage stage) {
    var fixture = aPayment().openedAt(NOON.plusNanos(123_456_000));
    var stored = stores().walk().opens(fixture);
    var written = new ArrayList<PaymentEvent>();
    for (var verdict : fixture.verdictsTo(stage)) {
      stored = stores().walk().records(stored, verdict);
      written.addAll(verdict.events());
    }

    assertThat(stores().tellAll()).extracting(Logged::event).containsExactlyElementsOf(written);
  }

  @Test
  default void a_contradiction_comes_back_as_it_was_written() {
    var fixture = aPayment();
    var paid = stores().walk().to(Stage.PAID, fixture);
    stores().tellAll();
    var verdict = paid.payment().weigh(fixture.cancelled(), PaymentFixture.PATIENCE);

    stores().walk().records(paid, verdict);

    assertThat(stores().tellAll())
        .extracting(Logged::event)
        .containsExactlyElementsOf(verdict.events());
  }

  @Test
  default void the_events_of_a_payment_come_one_by_one_in_order() {
    paid();

    var first = claims(LATER);
    assertThat(types(first)).containsExactly("payment.submitted");
    assertThat(claims(LATER)).isEmpty();

    stores().events().told(first.get(0));
    assertThat(types(claims(LATER))).containsExactly("payment.paid");
  }

  @Test
  default void an_event_carries_the_version_it_made() {
    paid();

    assertThat(stores().tellAll()).extracting(Logged::version).containsExactly(2, 3);
  }

  @Test
  default void numbers_grow_with_the_events_of_a_payment() {
    paid();

    assertThat(stores().tellAll()).extracting(Logged::number).isSorted().doesNotHaveDuplicates();
  }

  @Test
  default void what_was_told_is_not_told_again() {
    paid();

    stores().tellAll();

    assertThat(claims(FAR)).isEmpty();
  }

  @Test
  default void what_was_claimed_and_not_told_comes_back_when_the_lease_runs_out() {
    paid();
    var first = claims(LATER).get(0);

    assertThat(claims(LATER.plus(LEASE).minusNanos(1000))).isEmpty();
    assertThat(claims(LATER.plus(LEASE))).containsExactly(first);
  }

  @Test
  default void what_was_put_off_comes_back_in_its_time_and_counts_its_attempts() {
    paid();
    var first = claims(LATER).get(0);
    var until = LATER.plus(Duration.ofMinutes(5));

    stores().events().putOff(first, until);

    assertThat(claims(until.minusNanos(1000))).isEmpty();
    var second = claims(until).get(0);
    assertThat(second).isEqualTo(new Logged(first.number(), 2, 1, first.event()));
    stores().events().putOff(second, until.plusSeconds(1));
    assertThat(claims(until.plusSeconds(1))).extracting(Logged::attempts).containsExactly(2);
  }

  @Test
  default void what_was_put_off_for_a_moment_comes_back_before_its_lease_would_have_ended() {
    paid();
    var first = claims(LATER).get(0);

    stores().events().putOff(first, LATER.plusSeconds(1));

    assertThat(claims(LATER.plusSeconds(1))).hasSize(1);
  }

  @Test
  default void an_event_that_is_put_off_holds_back_those_of_its_payment_alone() {
    var slow = paid();
    var other = paid();
    for (var claimed : claims(LATER)) {
      if (claimed.event().payment().equals(slow.id())) {
        stores().events().putOff(claimed, LATER.plus(Duration.ofHours(1)));
      } else {
        stores().events().told(claimed);
      }
    }

    assertThat(claims(LATER))
        .extracting(claimed -> claimed.event().payment())
        .containsExactly(other.id());
  }

  @Test
  default void nobody_takes_more_than_asked_for() {
    for (var count = 0; count < 5; count++) {
      paid();
    }

    assertThat(stores().events().claim(LATER, LEASE, 3)).hasSize(3);
    assertThat(stores().events().claim(LATER, LEASE, 3)).hasSize(2);
    assertThat(stores().events().claim(LATER, LEASE, 3)).isEmpty();
  }

  @Test
  default void many_events_of_one_payment_do_not_hide_another() {
    var busy = aPayment();
    var stored = stores().walk().to(Stage.CONTRADICTORY, busy);
    assertThat(stored.version()).isEqualTo(4);
    var other = aPayment();
    stores().walk().to(Stage.SUBMITTED, other);

    assertThat(stores().events().claim(LATER, LEASE, 2))
        .extracting(claimed -> claimed.event().payment())
        .containsExactlyInAnyOrder(busy.id(), other.id());
  }

  @Test
  default void no_two_tellers_get_the_same_event() {
    var stores = stores();
    var all = new HashSet<PaymentId>();
    for (var count = 0; count < 20; count++) {
      var fixture = aPayment();
      stores.walk().to(Stage.SUBMITTED, fixture);
      all.add(fixture.id());
    }

    var claims = new ArrayList<>(Rivals.race(4, () -> claimsUntilNothingIsLeft()));
    // Whoever saw others' rows locked may have stopped early.
    claims.add(claimsUntilNothingIsLeft());

    assertThat(claims.stream().flatMap(List::stream).map(one -> one.event().payment()).toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(all);
  }

  private List<Logged> claimsUntilNothingIsLeft() {
    var mine = new ArrayList<Logged>();
    for (var round = 0; round < 20; round++) {
      mine.addAll(stores().events().claim(FAR, LEASE, 2));
    }
    return mine;
  }

  @Test
  default void many_tellers_keep_the_order_of_each_payment() {
    var stores = stores();
    for (var count = 0; count < 10; count++) {
      paid();
    }
    var told = Collections.synchronizedList(new ArrayList<Logged>());

    Rivals.race(
        4,
        () -> {
          for (var round = 0; round < 20; round++) {
            for (var claimed : stores.events().claim(LATER, LEASE, 2)) {
              told.add(claimed);
              stores.events().told(claimed);
            }
          }
          return null;
        });
    told.addAll(stores.tellAll());

    assertThat(told).hasSize(20);
    for (var one : new HashSet<>(told.stream().map(event -> event.event().payment()).toList())) {
      assertThat(types(told.stream().filter(e -> e.event().payment().equals(one)).toList()))
          .containsExactly("payment.submitted", "payment.paid");
    }
  }
}
