package io.hakika.application.contract;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static io.hakika.application.fake.Walk.NO_RULES;
import static io.hakika.application.fake.Walk.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.PhoneRules;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.domain.Failed;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.value.ProviderText;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An order has one payment at a time, unless it failed or was superseded. */
public interface OrderSlotContract extends StoreContract {

  /** What one order is called in these tests. */
  String ORDER = "ORD-1001";

  private static PaymentFixture forTheOrder() {
    return aPayment().forOrder(ORDER);
  }

  private Stored at(Stage stage) {
    return stores().walk().to(stage, forTheOrder());
  }

  private Added tries(PaymentFixture fixture) {
    return stores().store().add(opening(fixture));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FAILED", "CONTRADICTORY"})
  default void an_open_or_paid_payment_keeps_its_order(Stage stage) {
    var holder = at(stage);

    assertThat(tries(forTheOrder())).isEqualTo(new Added.OrderTaken(holder));
  }

  @Test
  default void a_contradiction_that_never_failed_keeps_its_order() {
    var fixture = forTheOrder();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    var said = fixture.querySuccess(Duration.ofSeconds(90));
    var review = stores().walk().hears(stores().walk().hears(submitted, said), fixture.cancelled());

    assertThat(review.payment()).isInstanceOf(NeedsReview.class);
    assertThat(tries(forTheOrder())).isEqualTo(new Added.OrderTaken(review));
  }

  @Test
  default void a_failed_payment_gives_its_order_up() {
    at(Stage.FAILED);

    assertThat(tries(forTheOrder())).isInstanceOf(Added.Opened.class);
  }

  @Test
  default void an_order_of_another_account_is_another_order() {
    at(Stage.SUBMITTED);

    assertThat(tries(forTheOrder().onAccount("shop-2"))).isInstanceOf(Added.Opened.class);
  }

  @Test
  default void orders_differ_by_case_and_by_every_character() {
    at(Stage.SUBMITTED);

    for (var other : new String[] {"ord-1001", "ORD-1001 ", " ORD-1001", "ORD-100", "ORD-10011"}) {
      assertThat(tries(aPayment().forOrder(other)))
          .as("order <%s>", other)
          .isInstanceOf(Added.Opened.class);
    }
  }

  @Test
  default void a_payment_that_returns_from_failed_neither_blocks_nor_is_blocked() {
    var fixture = forTheOrder();
    var failed = stores().walk().to(Stage.FAILED, fixture);
    var newer = forTheOrder();
    stores().walk().to(Stage.SUBMITTED, newer);

    var returned = stores().walk().hears(failed, fixture.success());

    assertThat(returned.payment()).isInstanceOf(NeedsReview.class);
    assertThat(stores().walk().hears(stores().walk().now(newer.id()), newer.cancelled()).payment())
        .isInstanceOf(Failed.class);
    assertThat(tries(forTheOrder())).isInstanceOf(Added.Opened.class);
  }

  @Test
  default void a_payment_that_returned_from_failed_and_was_paid_does_not_take_its_order_back() {
    var fixture = forTheOrder();
    var failed = stores().walk().to(Stage.FAILED, fixture);
    var returned = stores().walk().hears(failed, fixture.success());
    var decided = (NeedsReview) returned.payment();
    stores().walk().records(returned, decided.resolvePaid(fixture.receipt(), NOON));

    assertThat(tries(forTheOrder())).isInstanceOf(Added.Opened.class);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "PUSH_UNKNOWN",
        "PAID_WITHOUT_RECEIPT",
        "UNSETTLED",
        "SUBMISSION_UNKNOWN",
        "AMOUNT_MISMATCH",
        "CONTRADICTORY"
      })
  default void a_stuck_payment_may_be_superseded(Stage stage) {
    var stuck = at(stage);
    var newer = forTheOrder().superseding(stuck.payment().id());

    var added = tries(newer);

    assertThat(added).isInstanceOf(Added.Opened.class);
    assertThat(tries(forTheOrder()))
        .isEqualTo(new Added.OrderTaken(((Added.Opened) added).payment()));
  }

  @Test
  default void a_superseded_payment_keeps_its_state_and_its_history() {
    var stuck = at(Stage.UNSETTLED);
    var id = stuck.payment().id();
    var before = stores().timeline(id).size();

    tries(forTheOrder().superseding(id));

    var after = stores().walk().now(id);
    assertThat(after.payment()).isEqualTo(stuck.payment());
    assertThat(after.version()).isEqualTo(stuck.version());
    assertThat(stores().timeline(id)).hasSize(before);
  }

  @Test
  default void a_superseded_payment_may_still_be_paid() {
    var fixture = forTheOrder();
    stores().walk().to(Stage.PUSH_UNKNOWN, fixture);
    tries(forTheOrder().superseding(fixture.id()));

    var paid = stores().walk().hears(stores().walk().now(fixture.id()), fixture.success());

    assertThat(paid.payment().facts().receipt()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "QUEUED", "SUBMITTED", "PAID", "PAID_BARE"})
  default void a_payment_that_is_not_stuck_is_not_superseded(Stage stage) {
    var holder = at(stage);

    assertThat(tries(forTheOrder().superseding(holder.payment().id())))
        .isEqualTo(new Added.OrderTaken(holder));
  }

  @Test
  default void a_failed_payment_needs_no_superseding() {
    var failed = at(Stage.FAILED);

    assertThat(tries(forTheOrder().superseding(failed.payment().id())))
        .isEqualTo(new Added.NothingToSupersede());
  }

  @Test
  default void a_payment_of_another_order_or_account_is_not_superseded() {
    var anothers = stores().walk().to(Stage.UNSETTLED, aPayment().forOrder("ORD-2002"));
    var elsewhere = stores().walk().to(Stage.UNSETTLED, forTheOrder().onAccount("shop-2"));

    for (var stuck : new Stored[] {anothers, elsewhere}) {
      assertThat(tries(forTheOrder().superseding(stuck.payment().id())))
          .isEqualTo(new Added.NothingToSupersede());
    }
  }

  @Test
  default void a_payment_that_does_not_exist_is_not_superseded() {
    assertThat(tries(forTheOrder().superseding(aPayment().id())))
        .isEqualTo(new Added.NothingToSupersede());
  }

  @Test
  default void a_refused_opening_supersedes_nothing() {
    var stuck = at(Stage.UNSETTLED);
    var phone = "0712345678";
    stores().walk().to(Stage.SUBMITTED, aPayment().byPhone(phone));
    var rules = new PhoneRules(Duration.ofSeconds(90), 0);
    var newer = forTheOrder().byPhone(phone).superseding(stuck.payment().id());

    var added = stores().store().add(opening(newer, null, rules));

    assertThat(added).isInstanceOf(Added.PhonePrompted.class);
    assertThat(tries(forTheOrder())).isInstanceOf(Added.OrderTaken.class);
  }

  @Test
  default void a_payment_reopened_by_a_person_does_not_take_its_order_back() {
    var failed = at(Stage.FAILED);
    var reopened = ((Failed) failed.payment()).reopen(new ProviderText("doubted"), NOON);
    stores().walk().records(failed, reopened);

    assertThat(stores().store().add(opening(forTheOrder(), null, NO_RULES)))
        .isInstanceOf(Added.Opened.class);
  }
}
