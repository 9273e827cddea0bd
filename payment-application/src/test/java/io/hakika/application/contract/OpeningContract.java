package io.hakika.application.contract;

import static io.hakika.application.fake.PaymentFixture.aPayment;
import static io.hakika.application.fake.Walk.NO_RULES;
import static io.hakika.application.fake.Walk.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.application.port.driven.PaymentStore.IdempotencyKey;
import io.hakika.application.port.driven.PaymentStore.Stored;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Opening payments, and the keys that callers open them with. */
public interface OpeningContract extends StoreContract {

  /** A key that a shop gave a request. */
  IdempotencyKey KEY = new IdempotencyKey("shop", "cart-77");

  @Test
  default void an_opened_payment_is_found_by_its_id_and_by_its_token() {
    var fixture = aPayment();
    var stores = stores();

    var opened = stores.walk().opens(fixture);

    assertThat(opened.payment()).isEqualTo(fixture.pending());
    assertThat(opened.version()).isEqualTo(1);
    assertThat(stores.store().find(fixture.id())).contains(opened);
    assertThat(stores.store().findByToken(fixture.order().callbackToken())).contains(opened);
  }

  @Test
  default void nobody_finds_a_payment_that_was_never_opened() {
    var stores = stores();
    stores.walk().opens(aPayment());
    var never = aPayment();

    assertThat(stores.store().find(never.id())).isEmpty();
    assertThat(stores.store().findByToken(never.order().callbackToken())).isEmpty();
  }

  @Test
  default void an_opened_payment_has_its_first_lines_of_history() {
    var fixture = aPayment();
    var stores = stores();

    stores.walk().opens(fixture);

    assertThat(stores.timeline(fixture.id()))
        .singleElement()
        .satisfies(line -> assertThat(line.kind()).isEqualTo(EntryKind.CREATED));
  }

  @Test
  default void opening_tells_nobody() {
    var stores = stores();

    stores.walk().opens(aPayment());

    assertThat(stores.tellAll()).isEmpty();
  }

  @Test
  default void a_key_used_again_shows_the_payment_it_opened_as_it_stands_now() {
    var stores = stores();
    var first = aPayment();
    var opened = stores.walk().opens(opening(first, KEY, NO_RULES));
    var submitted = stores.walk().on(opened, Stage.SUBMITTED, first);

    var added = stores.store().add(opening(aPayment(), KEY, NO_RULES));

    assertThat(added).isEqualTo(new Added.KeyTaken(submitted));
  }

  @Test
  default void a_key_used_again_for_the_same_order_is_a_key_used_again() {
    var stores = stores();
    var first = aPayment().forOrder("ORD-SAME");
    var opened = stores.walk().opens(opening(first, KEY, NO_RULES));

    var added = stores.store().add(opening(aPayment().forOrder("ORD-SAME"), KEY, NO_RULES));

    assertThat(added).isEqualTo(new Added.KeyTaken(opened));
  }

  @Test
  default void a_key_outlives_the_failure_of_its_payment() {
    var stores = stores();
    var first = aPayment();
    var opened = stores.walk().opens(opening(first, KEY, NO_RULES));
    stores.walk().on(opened, Stage.FAILED, first);

    var added = stores.store().add(opening(aPayment(), KEY, NO_RULES));

    assertThat(added).isInstanceOf(Added.KeyTaken.class);
  }

  @Test
  default void two_callers_may_use_the_same_key() {
    var stores = stores();
    stores.walk().opens(opening(aPayment(), KEY, NO_RULES));
    var anothers = new IdempotencyKey("another shop", KEY.key());

    assertThat(stores.store().add(opening(aPayment(), anothers, NO_RULES)))
        .isInstanceOf(Added.Opened.class);
  }

  @Test
  default void keys_differ_by_case_and_by_every_character() {
    var stores = stores();
    stores.walk().opens(opening(aPayment(), KEY, NO_RULES));
    var others = List.of("CART-77", "cart-77 ", "cart-7", "cart-777");

    for (var other : others) {
      var key = new IdempotencyKey(KEY.client(), other);
      assertThat(stores.store().add(opening(aPayment(), key, NO_RULES)))
          .as("key <%s>", other)
          .isInstanceOf(Added.Opened.class);
    }
  }

  @Test
  default void payments_without_a_key_do_not_stand_in_each_others_way() {
    var stores = stores();
    stores.walk().opens(aPayment());

    assertThat(stores.store().add(opening(aPayment()))).isInstanceOf(Added.Opened.class);
  }

  @Test
  default void a_refused_opening_leaves_nothing_behind() {
    var stores = stores();
    stores.walk().opens(aPayment().forOrder("ORD-TAKEN"));
    var refused = aPayment().forOrder("ORD-TAKEN");

    var added = stores.store().add(opening(refused, KEY, NO_RULES));

    assertThat(added).isInstanceOf(Added.OrderTaken.class);
    assertThat(stores.store().find(refused.id())).isEmpty();
    assertThat(stores.store().findByToken(refused.order().callbackToken())).isEmpty();
    assertThat(stores.queries().details(refused.id())).isEmpty();
    assertThat(stores.timeline(refused.id())).isEmpty();
    assertThat(stores.queries().list(Filter.ALL, 10, null).data()).hasSize(1);
  }

  @Test
  default void a_refused_opening_does_not_use_up_its_key() {
    var stores = stores();
    stores.walk().opens(aPayment().forOrder("ORD-TAKEN"));
    stores.store().add(opening(aPayment().forOrder("ORD-TAKEN"), KEY, NO_RULES));

    assertThat(stores.store().add(opening(aPayment(), KEY, NO_RULES)))
        .isInstanceOf(Added.Opened.class);
  }

  @Test
  default void what_is_written_is_seen_by_everybody_at_once() {
    var stores = stores();
    PaymentFixture fixture = aPayment();
    var opened = stores.walk().opens(fixture);

    var seen = Rivals.race(1, () -> stores.store().find(fixture.id()));

    assertThat(seen).singleElement().satisfies(found -> assertThat(found).contains(opened));
  }

  @Test
  default void an_opened_payment_may_be_written_by_whoever_opened_it() {
    var stores = stores();
    var fixture = aPayment();
    Stored opened = stores.walk().opens(fixture);

    var submitted = stores.walk().hears(opened, fixture.accepted());

    assertThat(submitted.version()).isEqualTo(2);
  }
}
