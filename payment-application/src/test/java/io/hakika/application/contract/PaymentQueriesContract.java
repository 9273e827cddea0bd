package io.hakika.application.contract;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hakika.application.fake.Entries;
import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.Verdict;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.PaymentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that {@link io.hakika.application.port.driven.PaymentQueries} have to keep to. */
public interface PaymentQueriesContract extends StoreContract {

  private List<PaymentId> listed(Filter filter) {
    return ids(stores().queries().list(filter, 100, null).data());
  }

  private static List<PaymentId> ids(List<Details> details) {
    return details.stream().map(one -> one.payment().id()).toList();
  }

  /** Opens so many payments, a second apart; the newest is the first of the result. */
  private List<PaymentId> opensASecondApart(int many) {
    var ids = new ArrayList<PaymentId>();
    for (var second = 0; second < many; second++) {
      ids.add(opens(NOON.plusSeconds(second)));
    }
    Collections.reverse(ids);
    return ids;
  }

  private PaymentId opens(Instant at) {
    var fixture = aPayment().openedAt(at);
    stores().walk().opens(fixture);
    return fixture.id();
  }

  @Test
  default void the_details_of_a_payment_are_its_state_and_its_version() {
    var fixture = aPayment();
    var paid = stores().walk().to(Stage.PAID, fixture);

    assertThat(stores().queries().details(fixture.id()))
        .contains(new Details(paid.payment(), 3, null, null));
  }

  @Test
  default void there_are_no_details_of_a_payment_that_does_not_exist() {
    assertThat(stores().queries().details(aPayment().id())).isEmpty();
  }

  @Test
  default void an_empty_database_lists_nothing_and_has_no_next_page() {
    var page = stores().queries().list(Filter.ALL, 10, null);

    assertThat(page.data()).isEmpty();
    assertThat(page.nextCursor()).isNull();
  }

  @Test
  default void payments_are_listed_newest_first() {
    var ids = opensASecondApart(5);

    assertThat(listed(Filter.ALL)).containsExactlyElementsOf(ids);
  }

  @Test
  default void a_list_shows_each_payment_with_its_details() {
    var fixture = aPayment();
    stores().walk().to(Stage.PAID_BARE, fixture);

    assertThat(stores().queries().list(Filter.ALL, 10, null).data())
        .containsExactly(stores().details(fixture.id()));
  }

  @ParameterizedTest
  @EnumSource
  default void payments_are_found_by_their_status(PaymentStatus status) {
    var expected = new ArrayList<PaymentId>();
    for (var stage : Stage.values()) {
      var fixture = aPayment();
      if (stores().walk().to(stage, fixture).payment().status() == status) {
        expected.add(fixture.id());
      }
    }

    assertThat(listed(new Filter(status, null, null, null, null, null, null, null, null)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  default void payments_are_found_by_their_order_on_any_account() {
    var one = aPayment().forOrder("ORD-1");
    var elsewhere = aPayment().forOrder("ORD-1").onAccount("shop-2");
    var another = aPayment().forOrder("ORD-11");
    List.of(one, elsewhere, another).forEach(stores().walk()::opens);
    var byOrder = new Filter(null, one.order().orderId(), null, null, null, null, null, null, null);

    assertThat(listed(byOrder)).containsExactlyInAnyOrder(one.id(), elsewhere.id());
  }

  @Test
  default void payments_are_found_by_their_phone() {
    var hers = aPayment().byPhone("0712345678");
    var his = aPayment().byPhone("0712345679");
    List.of(hers, his).forEach(stores().walk()::opens);
    var byPhone = new Filter(null, null, hers.order().phone(), null, null, null, null, null, null);

    assertThat(listed(byPhone)).containsExactly(hers.id());
  }

  @Test
  default void payments_are_found_by_the_name_of_their_push() {
    var one = aPayment();
    stores().walk().to(Stage.SUBMITTED, one);
    stores().walk().to(Stage.SUBMITTED, aPayment());
    stores().walk().opens(aPayment());
    var name = one.ids().checkoutRequestId();

    assertThat(listed(new Filter(null, null, null, name, null, null, null, null, null)))
        .containsExactly(one.id());
  }

  @Test
  default void payments_are_found_by_their_receipt() {
    var one = aPayment();
    stores().walk().to(Stage.PAID, one);
    stores().walk().to(Stage.PAID, aPayment());
    stores().walk().to(Stage.PAID_BARE, aPayment());

    assertThat(listed(new Filter(null, null, null, null, one.receipt(), null, null, null, null)))
        .containsExactly(one.id());
  }

  @Test
  default void payments_are_found_by_what_a_person_should_see_in_them() {
    var bare = aPayment();
    var paid = stores().walk().to(Stage.PAID_BARE, bare);
    stores().walk().to(Stage.PAID, aPayment());
    stores().walk().hears(paid, bare.cancelled());

    for (var word : Attention.values()) {
      var found = listed(new Filter(null, null, null, null, null, word, null, null, null));
      var expected =
          Set.of(Attention.RECEIPT_MISSING, Attention.CONTRADICTED).contains(word)
              ? List.of(bare.id())
              : List.<PaymentId>of();
      assertThat(found).as(word.code()).isEqualTo(expected);
    }
  }

  @Test
  default void payments_are_found_by_one_or_more_accounts() {
    var first = aPayment();
    var second = aPayment().onAccount("shop-2");
    var third = aPayment().onAccount("shop-3");
    List.of(first, second, third).forEach(stores().walk()::opens);
    var two = Set.of(MerchantAccount.DEFAULT, new MerchantAccount("shop-3"));
    var unknown = Set.of(new MerchantAccount("shop-4"));

    assertThat(listed(new Filter(null, null, null, null, null, null, two, null, null)))
        .containsExactlyInAnyOrder(first.id(), third.id());
    assertThat(listed(new Filter(null, null, null, null, null, null, unknown, null, null)))
        .isEmpty();
  }

  @Test
  default void whoever_may_see_no_account_sees_nothing() {
    stores().walk().opens(aPayment());

    assertThat(listed(new Filter(null, null, null, null, null, null, Set.of(), null, null)))
        .isEmpty();
  }

  @Test
  default void payments_are_found_by_their_age_from_inclusive_to_exclusive() {
    var ids = opensASecondApart(5);
    var from = NOON.plusSeconds(1);
    var to = NOON.plusSeconds(3);

    assertThat(listed(new Filter(null, null, null, null, null, null, null, from, to)))
        .containsExactly(ids.get(2), ids.get(3));
    assertThat(listed(new Filter(null, null, null, null, null, null, null, from, null)))
        .containsExactly(ids.get(0), ids.get(1), ids.get(2), ids.get(3));
    assertThat(listed(new Filter(null, null, null, null, null, null, null, null, to)))
        .containsExactly(ids.get(2), ids.get(3), ids.get(4));
  }

  @Test
  default void every_condition_must_hold() {
    var phone = "0712345678";
    var paid = aPayment().byPhone(phone);
    stores().walk().to(Stage.PAID, paid);
    stores().walk().to(Stage.FAILED, aPayment().byPhone(phone));
    stores().walk().to(Stage.PAID, aPayment());
    var accounts = Set.of(MerchantAccount.DEFAULT);
    var both =
        new Filter(
            PaymentStatus.PAID, null, paid.order().phone(), null, null, null, accounts, NOON, null);

    assertThat(listed(both)).containsExactly(paid.id());
  }

  @Test
  default void pages_together_are_the_list() {
    var ids = opensASecondApart(7);

    assertThat(paged(Filter.ALL, 3)).containsExactlyElementsOf(ids);
  }

  /** Turns pages to the end. */
  private List<PaymentId> paged(Filter filter, int limit) {
    var seen = new ArrayList<PaymentId>();
    @Nullable String cursor = null;
    for (var page = 0; page < 100; page++) {
      var part = stores().queries().list(filter, limit, cursor);
      assertThat(part.data()).hasSizeLessThanOrEqualTo(limit);
      seen.addAll(ids(part.data()));
      cursor = part.nextCursor();
      if (cursor == null) {
        return seen;
      }
    }
    throw new AssertionError("a list without an end");
  }

  @Test
  default void a_full_last_page_has_no_next_one() {
    opensASecondApart(4);

    var first = stores().queries().list(Filter.ALL, 2, null);
    var second = stores().queries().list(Filter.ALL, 2, first.nextCursor());

    assertThat(first.nextCursor()).isNotNull();
    assertThat(second.data()).hasSize(2);
    assertThat(second.nextCursor()).isNull();
  }

  @Test
  default void payments_of_one_instant_are_neither_lost_nor_repeated_between_pages() {
    var ids = new HashSet<PaymentId>();
    for (var count = 0; count < 7; count++) {
      ids.add(opens(NOON));
    }

    assertThat(paged(Filter.ALL, 2))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  default void payments_opened_meanwhile_neither_hide_nor_repeat_the_older_ones() {
    var ids = opensASecondApart(6);
    var first = stores().queries().list(Filter.ALL, 2, null);
    opens(NOON.plusSeconds(100));
    opens(NOON.plusSeconds(101));

    var second = stores().queries().list(Filter.ALL, 2, first.nextCursor());
    opens(NOON.plusSeconds(102));
    var third = stores().queries().list(Filter.ALL, 2, second.nextCursor());

    assertThat(ids(first.data())).containsExactly(ids.get(0), ids.get(1));
    assertThat(ids(second.data())).containsExactly(ids.get(2), ids.get(3));
    assertThat(ids(third.data())).containsExactly(ids.get(4), ids.get(5));
    assertThat(third.nextCursor()).isNull();
  }

  @Test
  default void a_payment_that_changes_meanwhile_keeps_its_place() {
    var first = aPayment().openedAt(NOON);
    stores().walk().opens(first);
    var newer = opens(NOON.plusSeconds(1));
    var page = stores().queries().list(Filter.ALL, 1, null);
    stores().walk().on(stores().walk().now(first.id()), Stage.PAID, first);

    var next = stores().queries().list(Filter.ALL, 1, page.nextCursor());

    assertThat(ids(page.data())).containsExactly(newer);
    assertThat(ids(next.data())).containsExactly(first.id());
  }

  @Test
  default void pages_of_a_filtered_list_are_filtered() {
    var wanted = new HashSet<PaymentId>();
    for (var second = 0; second < 6; second++) {
      var fixture = aPayment().openedAt(NOON.plusSeconds(second));
      stores().walk().to(second % 2 == 0 ? Stage.PAID : Stage.FAILED, fixture);
      if (second % 2 == 0) {
        wanted.add(fixture.id());
      }
    }
    var paid = new Filter(PaymentStatus.PAID, null, null, null, null, null, null, null, null);

    assertThat(paged(paid, 1)).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  default void a_cursor_that_is_none_is_refused() {
    opensASecondApart(3);

    for (var cursor : List.of("", "1", "null", "' or 1=1 --", "🎉", "x".repeat(5000), "====")) {
      assertThatThrownBy(() -> stores().queries().list(Filter.ALL, 2, cursor))
          .as("cursor <%.20s>", cursor)
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> stores().queries().timeline(aPayment().id(), 2, cursor))
          .as("timeline cursor <%.20s>", cursor)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  default void a_cursor_of_one_kind_of_list_is_none_of_the_other() {
    opensASecondApart(2);
    var fixture = aPayment();
    hasThreeLines(fixture);
    var ofPayments = stores().queries().list(Filter.ALL, 1, null).nextCursor();
    var ofLines = stores().queries().timeline(fixture.id(), 1, null).nextCursor();

    assertThatThrownBy(() -> stores().queries().timeline(fixture.id(), 1, ofPayments))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> stores().queries().list(Filter.ALL, 1, ofLines))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Opens the payment, and notes the second and third line of its history. */
  private void hasThreeLines(PaymentFixture fixture) {
    var opened = stores().walk().opens(fixture);
    var nothing = new Verdict.Ignored(opened.payment(), Verdict.Reading.DUPLICATE);
    var lines =
        List.of(
            Entries.statusChanged(NOON.plusSeconds(2), "second", "line"),
            Entries.callback(NOON.plusSeconds(1), "applied", "0"));
    stores().store().record(Recording.of(opened, nothing, lines));
  }

  @Test
  default void a_history_is_paged_in_the_order_it_was_written() {
    var fixture = aPayment();
    hasThreeLines(fixture);

    var first = stores().queries().timeline(fixture.id(), 2, null);
    var second = stores().queries().timeline(fixture.id(), 2, first.nextCursor());

    assertThat(first.data())
        .extracting(Entry::kind)
        .containsExactly(EntryKind.CREATED, EntryKind.STATUS_CHANGED);
    assertThat(second.data()).extracting(Entry::kind).containsExactly(EntryKind.CALLBACK);
    assertThat(second.nextCursor()).isNull();
  }

  @Test
  default void lines_written_meanwhile_come_at_the_end_of_the_history() {
    var fixture = aPayment();
    hasThreeLines(fixture);
    var first = stores().queries().timeline(fixture.id(), 2, null);
    var stored = stores().walk().now(fixture.id());
    var nothing = new Verdict.Ignored(stored.payment(), Verdict.Reading.DUPLICATE);
    var late = List.of(Entries.resolved(NOON, "amina", "failed"));
    stores().store().record(Recording.of(stored, nothing, late));

    var second = stores().queries().timeline(fixture.id(), 5, first.nextCursor());

    assertThat(second.data())
        .extracting(Entry::kind)
        .containsExactly(EntryKind.CALLBACK, EntryKind.RESOLVED);
  }

  @Test
  default void the_histories_of_two_payments_do_not_mix() {
    var one = aPayment();
    var other = aPayment();
    hasThreeLines(one);
    stores().walk().opens(other);

    assertThat(stores().timeline(one.id())).hasSize(3);
    assertThat(stores().timeline(other.id())).hasSize(1);
  }

  @Test
  default void a_payment_that_does_not_exist_has_no_history() {
    var page = stores().queries().timeline(aPayment().id(), 10, null);

    assertThat(page.data()).isEmpty();
    assertThat(page.nextCursor()).isNull();
  }

  @Test
  default void what_a_reader_is_shown_is_a_copy() {
    var fixture = aPayment();
    hasThreeLines(fixture);
    var body = body(fixture);

    Arrays.fill(body, (byte) 0);

    assertThat(body(fixture)).isNotEqualTo(body);
  }

  private byte[] body(PaymentFixture fixture) {
    return Objects.requireNonNull(
        stores().queries().timeline(fixture.id(), 10, null).data().get(2).body());
  }

  @Test
  default void reading_changes_nothing() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    stores().details(fixture.id());
    listed(Filter.ALL);
    stores().timeline(fixture.id());

    assertThat(stores().walk().now(fixture.id())).isEqualTo(submitted);
  }
}
