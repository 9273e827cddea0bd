package io.hakika.application.contract;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.PATIENCE;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.domain.Evidence;
import io.hakika.domain.Failed;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.ProviderText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An order on which money moved more than once is listed, on each of its payments. */
public interface PaidTwiceContract extends StoreContract {

  /** What one order is called in these tests. */
  String ORDER = "ORD-TWICE";

  private static PaymentFixture forTheOrder() {
    return aPayment().forOrder(ORDER);
  }

  private boolean listed(PaymentId id) {
    return stores().attention(id).contains(Attention.ORDER_PAID_TWICE);
  }

  /** Weighs until it is written, as the services do. */
  private Stored hears(PaymentId id, Evidence evidence) {
    return stores().walk().hears(stores().walk().now(id), evidence);
  }

  @ParameterizedTest
  @EnumSource(names = {"PUSH_UNKNOWN", "UNSETTLED", "SUBMISSION_UNKNOWN"})
  default void a_superseded_payment_that_is_paid_after_all_is_listed_with_the_newer(Stage stage) {
    var older = forTheOrder();
    stores().walk().to(stage, older);
    var newer = forTheOrder().superseding(older.id());
    stores().walk().to(Stage.PAID, newer);
    assertThat(listed(newer.id())).isFalse();

    hears(older.id(), older.success());

    assertThat(listed(older.id())).isTrue();
    assertThat(listed(newer.id())).isTrue();
  }

  @Test
  default void it_does_not_matter_which_of_the_two_is_paid_first() {
    var older = forTheOrder();
    stores().walk().to(Stage.UNSETTLED, older);
    var newer = forTheOrder().superseding(older.id());
    stores().walk().to(Stage.SUBMITTED, newer);
    hears(older.id(), older.success());
    assertThat(listed(older.id())).isFalse();

    hears(newer.id(), newer.success());

    assertThat(listed(older.id())).isTrue();
    assertThat(listed(newer.id())).isTrue();
  }

  @Test
  default void a_failed_payment_that_succeeds_late_is_listed_with_the_newer() {
    var older = forTheOrder();
    stores().walk().to(Stage.FAILED, older);
    var newer = forTheOrder();
    stores().walk().to(Stage.PAID, newer);

    hears(older.id(), older.success());

    assertThat(listed(older.id())).isTrue();
    assertThat(listed(newer.id())).isTrue();
  }

  @Test
  default void a_failed_payment_that_a_person_reopens_is_listed_with_the_newer() {
    var older = forTheOrder();
    var failed = stores().walk().to(Stage.FAILED, older);
    var newer = forTheOrder();
    stores().walk().to(Stage.PAID, newer);

    var doubted = ((Failed) failed.payment()).reopen(new ProviderText("doubted"), NOON);
    stores().walk().records(failed, doubted);

    assertThat(listed(older.id())).isTrue();
    assertThat(listed(newer.id())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "SUBMITTED", "UNSETTLED"})
  default void a_failed_payment_that_comes_back_is_listed_with_the_one_that_has_the_order(
      Stage stage) {
    var older = forTheOrder();
    stores().walk().to(Stage.FAILED, older);
    var newer = forTheOrder();
    stores().walk().to(stage, newer);

    hears(older.id(), older.success());

    assertThat(listed(older.id())).isTrue();
    assertThat(listed(newer.id())).isTrue();
  }

  @Test
  default void a_failed_payment_that_comes_back_to_an_order_nobody_has_is_not_listed() {
    var older = forTheOrder();
    stores().walk().to(Stage.FAILED, older);
    var newer = forTheOrder();
    stores().walk().to(Stage.FAILED, newer);

    hears(older.id(), older.success());

    assertThat(listed(older.id())).isFalse();
    assertThat(listed(newer.id())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"PAID_WITHOUT_RECEIPT", "AMOUNT_MISMATCH", "CONTRADICTORY"})
  default void money_that_waits_for_a_person_is_money(Stage stage) {
    var older = forTheOrder();
    stores().walk().to(stage, older);
    var newer = forTheOrder().superseding(older.id());

    stores().walk().to(Stage.PAID, newer);

    assertThat(listed(older.id())).isTrue();
    assertThat(listed(newer.id())).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"UNSETTLED", "SUBMISSION_UNKNOWN", "PUSH_UNKNOWN"})
  default void silence_is_no_money(Stage stage) {
    var older = forTheOrder();
    stores().walk().to(stage, older);
    var newer = forTheOrder().superseding(older.id());

    stores().walk().to(Stage.PAID, newer);

    assertThat(listed(older.id())).isFalse();
    assertThat(listed(newer.id())).isFalse();
  }

  @Test
  default void a_failure_is_no_money() {
    var older = forTheOrder();
    stores().walk().to(Stage.FAILED, older);
    var newer = forTheOrder();

    stores().walk().to(Stage.PAID, newer);

    assertThat(listed(older.id())).isFalse();
    assertThat(listed(newer.id())).isFalse();
  }

  @Test
  default void another_order_and_another_account_are_other_business() {
    var paid = forTheOrder();
    stores().walk().to(Stage.PAID, paid);
    var elsewhere = forTheOrder().onAccount("shop-2");
    stores().walk().to(Stage.PAID, elsewhere);
    var another = aPayment().forOrder("ORD-ONCE");
    stores().walk().to(Stage.PAID, another);

    assertThat(listed(paid.id())).isFalse();
    assertThat(listed(elsewhere.id())).isFalse();
    assertThat(listed(another.id())).isFalse();
  }

  @Test
  default void being_listed_is_no_change_of_status_and_tells_nobody_twice() {
    var older = forTheOrder();
    stores().walk().to(Stage.UNSETTLED, older);
    var newer = forTheOrder().superseding(older.id());
    var paid = stores().walk().to(Stage.PAID, newer);
    stores().tellAll();

    hears(older.id(), older.success());

    assertThat(stores().walk().now(newer.id()).version()).isEqualTo(paid.version());
    assertThat(stores().tellAll()).hasSize(1);
  }

  @Test
  default void a_word_put_on_a_payment_survives_whoever_read_it_before() {
    var older = forTheOrder();
    stores().walk().to(Stage.UNSETTLED, older);
    var newer = forTheOrder().superseding(older.id());
    var readBefore = stores().walk().to(Stage.PAID, newer);
    hears(older.id(), older.success());

    var verdict = readBefore.payment().weigh(newer.cancelled(), PATIENCE);
    var recorded = stores().store().record(Recording.of(readBefore, verdict, List.of()));
    if (recorded == Recorded.OVERTAKEN) {
      hears(newer.id(), newer.cancelled());
    }

    assertThat(stores().attention(newer.id()))
        .contains(Attention.ORDER_PAID_TWICE, Attention.CONTRADICTED);
  }
}
