package io.hakika.application.contract;

import static io.hakika.application.contract.StoreUnderTest.LEASE;
import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.PATIENCE;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.Entries;
import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.PaymentStore.Arrival;
import io.hakika.application.port.driven.PaymentStore.Kept;
import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.domain.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeping callbacks that cannot be weighed now, and finding them again. */
public interface InboxContract extends StoreContract {

  /** When kept callbacks are looked for. */
  Instant LATER = NOON.plus(Duration.ofMinutes(1));

  private static Arrival arrival(PaymentFixture fixture, Instant at, String body) {
    return new Arrival(fixture.order().callbackToken(), body.getBytes(UTF_8), false, at);
  }

  private List<Kept> claims(Instant now) {
    return stores().store().claimKept(now, LEASE, 10);
  }

  private static List<String> bodies(List<Kept> kept) {
    return kept.stream().map(one -> new String(one.arrival().body(), UTF_8)).toList();
  }

  private boolean keepsOrphan(Arrival arrival) {
    return stores().store().keepOrphan(arrival, arrival.at().minus(Duration.ofHours(1)), 3);
  }

  private Recorded settles(Stored was, Evidence evidence, Kept kept) {
    var entry = Entries.callback(kept.arrival().at(), "applied", "0");
    var verdict = was.payment().weigh(evidence, PATIENCE);
    return stores().store().record(new Recording(was, verdict, List.of(entry), kept));
  }

  @Test
  default void a_kept_callback_comes_back_as_it_came() {
    var fixture = aPayment();
    stores().walk().opens(fixture);
    var body = new byte[] {0, (byte) 0xFF, '{', 13, 10};
    var token = fixture.order().callbackToken();
    stores().store().keep(new Arrival(token, body, true, NOON.plusNanos(123_456_000)));

    body[0] = 9;

    assertThat(claims(LATER))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.arrival().token()).isEqualTo(token);
              assertThat(kept.arrival().body()).containsExactly(0, (byte) 0xFF, '{', 13, 10);
              assertThat(kept.arrival().refused()).isTrue();
              assertThat(kept.arrival().at()).isEqualTo(NOON.plusNanos(123_456_000));
            });
  }

  @Test
  default void a_callback_is_found_the_moment_it_is_kept() {
    var fixture = aPayment();
    stores().walk().opens(fixture);
    stores().store().keep(arrival(fixture, NOON, "now"));

    assertThat(bodies(claims(NOON))).containsExactly("now");
  }

  @Test
  default void the_oldest_comes_first_and_not_more_than_asked_for() {
    var fixture = aPayment();
    stores().walk().opens(fixture);
    for (var count = 1; count <= 3; count++) {
      stores().store().keep(arrival(fixture, NOON.plusSeconds(count), "callback " + count));
    }

    assertThat(bodies(stores().store().claimKept(LATER, LEASE, 2)))
        .containsExactly("callback 1", "callback 2");
    assertThat(bodies(stores().store().claimKept(LATER, LEASE, 2))).containsExactly("callback 3");
    assertThat(stores().store().claimKept(LATER, LEASE, 2)).isEmpty();
  }

  @Test
  default void a_claim_on_a_kept_callback_runs_out_when_its_lease_does() {
    var fixture = aPayment();
    stores().walk().opens(fixture);
    stores().store().keep(arrival(fixture, NOON, "again"));
    var first = claims(LATER);

    assertThat(claims(LATER.plus(LEASE).minusNanos(1000))).isEmpty();
    var second = claims(LATER.plus(LEASE));
    assertThat(bodies(second)).containsExactly("again");
    assertThat(second.get(0).number()).isEqualTo(first.get(0).number());
  }

  @Test
  default void a_callback_that_was_weighed_is_kept_no_longer() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    stores().store().keep(arrival(fixture, NOON, "paid"));

    assertThat(settles(submitted, fixture.success(), claims(LATER).get(0)))
        .isEqualTo(Recorded.WRITTEN);

    assertThat(stores().walk().now(fixture.id()).payment()).isEqualTo(fixture.paid());
    assertThat(claims(StoreUnderTest.FAR)).isEmpty();
  }

  @Test
  default void a_callback_that_changed_nothing_is_kept_no_longer_either() {
    var fixture = aPayment();
    var paid = stores().walk().to(Stage.PAID, fixture);
    stores().store().keep(arrival(fixture, NOON, "again"));

    assertThat(settles(paid, fixture.success(), claims(LATER).get(0))).isEqualTo(Recorded.WRITTEN);

    assertThat(claims(StoreUnderTest.FAR)).isEmpty();
  }

  @Test
  default void a_callback_that_was_settled_before_writes_nothing() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    stores().store().keep(arrival(fixture, NOON, "paid"));
    var kept = claims(LATER).get(0);
    settles(submitted, fixture.success(), kept);
    stores().tellAll();
    var paid = stores().walk().now(fixture.id());

    assertThat(settles(paid, fixture.cancelled(), kept)).isEqualTo(Recorded.SETTLED_BEFORE);
    assertThat(settles(paid, fixture.success(), kept)).isEqualTo(Recorded.SETTLED_BEFORE);

    assertThat(stores().walk().now(fixture.id())).isEqualTo(paid);
    assertThat(stores().timeline(fixture.id())).hasSize(2);
    assertThat(stores().tellAll()).isEmpty();
  }

  @Test
  default void whoever_was_overtaken_has_not_settled_it() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    stores().walk().hears(submitted, fixture.queryStillPending());
    stores().store().keep(arrival(fixture, NOON, "paid"));
    var kept = claims(LATER).get(0);

    assertThat(settles(submitted, fixture.success(), kept)).isEqualTo(Recorded.OVERTAKEN);
    assertThat(settles(stores().walk().now(fixture.id()), fixture.success(), kept))
        .isEqualTo(Recorded.WRITTEN);
  }

  @Test
  default void an_orphan_is_found_once_its_payment_exists() {
    var fixture = aPayment();
    assertThat(keepsOrphan(arrival(fixture, NOON, "early"))).isTrue();
    assertThat(claims(LATER)).isEmpty();

    stores().walk().opens(fixture);

    assertThat(bodies(claims(LATER))).containsExactly("early");
  }

  @Test
  default void orphans_do_not_stand_in_the_way_of_others() {
    for (var count = 0; count < 3; count++) {
      keepsOrphan(arrival(aPayment(), NOON, "orphan"));
    }
    var fixture = aPayment();
    stores().walk().opens(fixture);
    stores().store().keep(arrival(fixture, NOON.plusSeconds(1), "mine"));

    assertThat(bodies(stores().store().claimKept(LATER, LEASE, 2))).containsExactly("mine");
  }

  @Test
  default void no_more_orphans_are_kept_than_may_be() {
    for (var count = 0; count < 3; count++) {
      assertThat(keepsOrphan(arrival(aPayment(), NOON, "orphan"))).isTrue();
    }

    var late = aPayment();
    assertThat(keepsOrphan(arrival(late, NOON.plus(Duration.ofHours(1)), "too many"))).isFalse();

    stores().walk().opens(late);
    assertThat(claims(StoreUnderTest.FAR)).isEmpty();
  }

  @Test
  default void orphans_of_long_ago_do_not_count() {
    for (var count = 0; count < 3; count++) {
      keepsOrphan(arrival(aPayment(), NOON, "orphan"));
    }
    var at = NOON.plus(Duration.ofHours(1)).plusNanos(1000);

    assertThat(keepsOrphan(arrival(aPayment(), at, "an hour later"))).isTrue();
  }

  @Test
  default void callbacks_of_known_payments_do_not_count_as_orphans() {
    var known = aPayment();
    stores().walk().opens(known);
    for (var count = 0; count < 3; count++) {
      stores().store().keep(arrival(known, NOON, "kept"));
    }

    assertThat(keepsOrphan(arrival(aPayment(), NOON, "orphan"))).isTrue();
  }
}
