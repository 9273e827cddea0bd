package io.hakika.application.contract;

import static io.hakika.application.contract.StoreUnderTest.FAR;
import static io.hakika.application.contract.StoreUnderTest.LEASE;
import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.PATIENCE;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static io.hakika.application.fake.Walk.NO_RULES;
import static io.hakika.application.fake.Walk.opening;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.Entries;
import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.Arrival;
import io.hakika.application.port.driven.PaymentStore.IdempotencyKey;
import io.hakika.application.port.driven.PaymentStore.PhoneRules;
import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.PaymentStore.Work;
import io.hakika.domain.Evidence;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Many at once: of what only one may have, exactly one gets it. */
public interface RivalryContract extends StoreContract {

  /** How many come at once. */
  int MANY = 12;

  /** How often a race is run whose losers are rare. */
  int ROUNDS = 10;

  private static <T> long count(List<T> results, Class<? extends T> kind) {
    return results.stream().filter(kind::isInstance).count();
  }

  private Recorded records(Stored was, Evidence evidence) {
    var verdict = was.payment().weigh(evidence, PATIENCE);
    var entry = Entries.callback(evidence.at(), "applied", "0");
    return stores().store().record(Recording.of(was, verdict, List.of(entry)));
  }

  /** Records as the services do: whoever is overtaken reads again and weighs again. */
  private Recorded recordsInTheEnd(PaymentId id, Evidence evidence) {
    for (var round = 0; round < 50; round++) {
      var recorded = records(stores().walk().now(id), evidence);
      if (recorded != Recorded.OVERTAKEN) {
        return recorded;
      }
    }
    throw new AssertionError("overtaken without an end");
  }

  @Test
  default void of_many_openings_of_one_order_one_is_opened() {
    var stores = stores();

    var added =
        Rivals.race(MANY, () -> stores.store().add(opening(aPayment().forOrder("ORD-RACE"))));

    assertThat(count(added, Added.Opened.class)).isEqualTo(1);
    assertThat(count(added, Added.OrderTaken.class)).isEqualTo(MANY - 1);
    assertThat(stores.queries().list(Filter.ALL, 100, null).data()).hasSize(1);
  }

  @Test
  default void of_many_openings_with_one_key_one_is_opened_and_all_know_it() {
    var stores = stores();
    var key = new IdempotencyKey("shop", "one-click");

    var added = Rivals.race(MANY, () -> stores.store().add(opening(aPayment(), key, NO_RULES)));

    assertThat(count(added, Added.Opened.class)).isEqualTo(1);
    assertThat(count(added, Added.KeyTaken.class)).isEqualTo(MANY - 1);
    assertThat(added.stream().map(RivalryContract::paymentOf).distinct()).hasSize(1);
  }

  private static PaymentId paymentOf(Added added) {
    return added instanceof Added.Opened opened
        ? opened.payment().payment().id()
        : ((Added.KeyTaken) added).by().payment().id();
  }

  @Test
  default void of_many_openings_with_one_key_and_one_order_all_losers_hear_of_the_key() {
    var stores = stores();
    var key = new IdempotencyKey("shop", "one-click");

    var added =
        Rivals.race(
            MANY, () -> stores.store().add(opening(aPayment().forOrder("ORD-KEY"), key, NO_RULES)));

    assertThat(count(added, Added.Opened.class)).isEqualTo(1);
    assertThat(count(added, Added.KeyTaken.class)).isEqualTo(MANY - 1);
  }

  @Test
  default void of_many_openings_for_one_phone_one_prompts_it() {
    var stores = stores();
    var rules = new PhoneRules(Duration.ofSeconds(90), 0);

    var added =
        Rivals.race(
            MANY, () -> stores.store().add(opening(aPayment().byPhone("0712345678"), null, rules)));

    assertThat(count(added, Added.Opened.class)).isEqualTo(1);
    assertThat(count(added, Added.PhonePrompted.class)).isEqualTo(MANY - 1);
  }

  @Test
  default void a_phone_has_no_more_prompts_a_day_however_many_come_at_once() {
    var stores = stores();
    var rules = new PhoneRules(Duration.ZERO, 3);

    var added =
        Rivals.race(
            MANY, () -> stores.store().add(opening(aPayment().byPhone("0712345678"), null, rules)));

    assertThat(count(added, Added.Opened.class)).isEqualTo(3);
    assertThat(count(added, Added.PhoneLimited.class)).isEqualTo(MANY - 3);
  }

  @Test
  default void of_many_that_supersede_one_payment_one_does() {
    var stores = stores();
    var stuck = aPayment().forOrder("ORD-STUCK");
    stores.walk().to(Stage.UNSETTLED, stuck);

    var added =
        Rivals.race(
            MANY,
            () ->
                stores
                    .store()
                    .add(opening(aPayment().forOrder("ORD-STUCK").superseding(stuck.id()))));

    assertThat(count(added, Added.Opened.class)).isEqualTo(1);
    assertThat(count(added, Added.OrderTaken.class)).isEqualTo(MANY - 1);
  }

  @Test
  default void of_many_who_read_the_same_one_writes() {
    var stores = stores();
    var fixture = aPayment();
    var submitted = stores.walk().to(Stage.SUBMITTED, fixture);
    stores.tellAll();

    var recorded = Rivals.race(MANY, () -> records(submitted, fixture.success()));

    assertThat(recorded).containsOnlyOnce(Recorded.WRITTEN);
    assertThat(Collections.frequency(recorded, Recorded.OVERTAKEN)).isEqualTo(MANY - 1);
    assertThat(stores.walk().now(fixture.id()).version()).isEqualTo(submitted.version() + 1);
    assertThat(stores.timeline(fixture.id())).hasSize(2);
    assertThat(stores.tellAll()).hasSize(1);
  }

  @Test
  default void many_deliveries_of_one_callback_change_a_payment_once_and_all_are_counted() {
    var stores = stores();
    var fixture = aPayment();
    stores.walk().to(Stage.SUBMITTED, fixture);
    stores.tellAll();

    var recorded = Rivals.race(MANY, () -> recordsInTheEnd(fixture.id(), fixture.success()));

    assertThat(recorded).containsOnly(Recorded.WRITTEN);
    assertThat(stores.walk().now(fixture.id()).payment()).isEqualTo(fixture.paid());
    assertThat(stores.tellAll()).hasSize(1);
    var last = Objects.requireNonNull(stores.details(fixture.id()).lastCallback());
    assertThat(last.count()).isEqualTo(MANY);
  }

  @Test
  default void of_two_payments_that_bring_one_receipt_one_gets_it() {
    var stores = stores();
    for (var round = 0; round < ROUNDS; round++) {
      var receipt = new Receipt(String.format(Locale.ROOT, "UKRACE%04d", round));
      var both = List.of(aPayment().withReceipt(receipt), aPayment().withReceipt(receipt));
      both.forEach(one -> stores.walk().to(Stage.SUBMITTED, one));

      var recorded = raceOf(both, one -> recordsInTheEnd(one.id(), one.success()));

      assertThat(recorded).containsExactlyInAnyOrder(Recorded.WRITTEN, Recorded.RECEIPT_TAKEN);
    }
  }

  @Test
  default void of_two_payments_that_are_given_one_name_one_gets_it() {
    var stores = stores();
    for (var round = 0; round < ROUNDS; round++) {
      var one = aPayment();
      var both = List.of(one, aPayment().withIds(one.ids()));
      both.forEach(fixture -> stores.walk().opens(fixture));

      var recorded = raceOf(both, fixture -> recordsInTheEnd(fixture.id(), fixture.accepted()));

      assertThat(recorded).containsExactlyInAnyOrder(Recorded.WRITTEN, Recorded.REQUEST_ID_TAKEN);
    }
  }

  @Test
  default void two_payments_of_one_order_that_are_paid_at_once_are_both_listed() {
    var stores = stores();
    for (var round = 0; round < ROUNDS; round++) {
      var older = aPayment();
      var order = older.order().orderId().value();
      stores.walk().to(Stage.UNSETTLED, older);
      var newer = aPayment().forOrder(order).superseding(older.id());
      stores.walk().to(Stage.SUBMITTED, newer);

      var recorded = raceOf(List.of(older, newer), one -> recordsInTheEnd(one.id(), one.success()));

      assertThat(recorded).containsOnly(Recorded.WRITTEN);
      assertThat(stores.attention(older.id())).contains(Attention.ORDER_PAID_TWICE);
      assertThat(stores.attention(newer.id())).contains(Attention.ORDER_PAID_TWICE);
    }
  }

  private static <T> List<T> raceOf(List<PaymentFixture> fixtures, Doing<T> doing) {
    var works = new ArrayList<Callable<T>>();
    fixtures.forEach(one -> works.add(() -> doing.with(one)));
    return Rivals.race(works);
  }

  /** What each rival does with its payment. */
  interface Doing<T> {

    T with(PaymentFixture fixture);
  }

  @Test
  default void no_two_claimers_get_the_same_payment() {
    var stores = stores();
    var all = new HashSet<PaymentId>();
    for (var count = 0; count < 40; count++) {
      var fixture = aPayment().openedAt(NOON.plusSeconds(count));
      stores.walk().to(Stage.SUBMITTED, fixture);
      all.add(fixture.id());
    }

    var claims = new ArrayList<>(Rivals.race(4, () -> claimsUntilNothingIsLeft()));
    // Whoever saw others' rows locked may have stopped early.
    claims.add(claimsUntilNothingIsLeft());

    var claimed = claims.stream().flatMap(List::stream).toList();
    assertThat(claimed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
  }

  private List<PaymentId> claimsUntilNothingIsLeft() {
    var mine = new ArrayList<PaymentId>();
    for (var round = 0; round < 40; round++) {
      var claimed = stores().store().claimDue(Work.RECOVERY, FAR, LEASE, 3);
      claimed.forEach(one -> mine.add(one.payment().id()));
    }
    return mine;
  }

  @Test
  default void of_many_who_want_to_ask_one_does() {
    var stores = stores();
    var fixture = aPayment();
    stores.walk().to(Stage.SUBMITTED, fixture);

    var may =
        Rivals.race(
            MANY, () -> stores.store().claimQuery(fixture.id(), NOON, Duration.ofSeconds(15)));

    assertThat(may).containsOnlyOnce(true);
  }

  @Test
  default void no_two_claimers_get_the_same_kept_callback() {
    var stores = stores();
    var fixture = aPayment();
    stores.walk().opens(fixture);
    for (var count = 0; count < 20; count++) {
      var body = "{}".getBytes(UTF_8);
      stores.store().keep(new Arrival(fixture.order().callbackToken(), body, false, NOON));
    }

    var claims = new ArrayList<>(Rivals.race(4, () -> claimsOfKept()));
    claims.add(claimsOfKept());

    assertThat(claims.stream().flatMap(List::stream)).doesNotHaveDuplicates().hasSize(20);
  }

  private List<Long> claimsOfKept() {
    var mine = new ArrayList<Long>();
    for (var round = 0; round < 20; round++) {
      var claimed = stores().store().claimKept(FAR, LEASE, 2);
      claimed.forEach(one -> mine.add(one.number()));
    }
    return mine;
  }

  @Test
  default void a_kept_callback_that_many_weigh_counts_once() {
    var stores = stores();
    var fixture = aPayment();
    var paid = stores.walk().to(Stage.PAID, fixture);
    var token = fixture.order().callbackToken();
    stores.store().keep(new Arrival(token, "{}".getBytes(UTF_8), false, NOON));
    var kept = stores.store().claimKept(FAR, LEASE, 1).get(0);
    var nothing = paid.payment().weigh(fixture.success(), PATIENCE);
    var entry = Entries.callback(NOON, "duplicate", "0");

    var recorded =
        Rivals.race(
            MANY, () -> stores.store().record(new Recording(paid, nothing, List.of(entry), kept)));

    assertThat(recorded).containsOnlyOnce(Recorded.WRITTEN);
    assertThat(Collections.frequency(recorded, Recorded.SETTLED_BEFORE)).isEqualTo(MANY - 1);
    assertThat(stores.timeline(fixture.id())).hasSize(2);
  }
}
