package io.hakika.application.contract;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.PATIENCE;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.Entries;
import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.domain.Evidence;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Paid;
import io.hakika.domain.Verdict;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.Receipt;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A receipt belongs to one payment, and so does a CheckoutRequestID. */
public interface ReceiptContract extends StoreContract {

  /** The number that two payments want. */
  Receipt WANTED = new Receipt("UKWANTED01");

  private static PaymentFixture wanting() {
    return aPayment().withReceipt(WANTED);
  }

  private Recorded records(Stored was, Verdict verdict) {
    var entry = Entries.callback(NOON, "applied", "0");
    return stores().store().record(Recording.of(was, verdict, List.of(entry)));
  }

  private Recorded records(Stored was, Evidence evidence) {
    return records(was, was.payment().weigh(evidence, PATIENCE));
  }

  /** A payment that a person said was paid, with the wanted number. */
  private Stored typed(PaymentFixture fixture) {
    var review = stores().walk().to(Stage.UNSETTLED, fixture);
    return stores().walk().records(review, typedOn(review));
  }

  private static Verdict typedOn(Stored review) {
    return ((NeedsReview) review.payment()).resolvePaid(WANTED, NOON);
  }

  @ParameterizedTest
  @EnumSource(names = {"PAID", "AMOUNT_MISMATCH", "CONTRADICTORY"})
  default void a_receipt_from_a_message_is_taken_whatever_state_its_payment_is_in(Stage stage) {
    stores().walk().to(stage, wanting());
    var late = wanting();
    var submitted = stores().walk().to(Stage.SUBMITTED, late);
    stores().tellAll();

    assertThat(records(submitted, late.success())).isEqualTo(Recorded.RECEIPT_TAKEN);

    assertThat(stores().walk().now(late.id())).isEqualTo(submitted);
    assertThat(stores().timeline(late.id())).hasSize(1);
    assertThat(stores().details(late.id()).lastCallback()).isNull();
    assertThat(stores().tellAll()).isEmpty();
  }

  @Test
  default void a_payment_may_bring_its_own_receipt_again() {
    var fixture = aPayment();
    var review = stores().walk().to(Stage.AMOUNT_MISMATCH, fixture);

    assertThat(
            records(review, ((NeedsReview) review.payment()).resolvePaid(fixture.receipt(), NOON)))
        .isEqualTo(Recorded.WRITTEN);
  }

  @Test
  default void a_receipt_typed_by_a_person_yields_to_a_message() {
    var holder = typed(aPayment());
    var fixture = wanting();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);

    assertThat(records(submitted, fixture.success())).isEqualTo(Recorded.WRITTEN);

    assertThat(stores().walk().now(fixture.id()).payment()).isEqualTo(fixture.paid());
    var loser = stores().walk().now(holder.payment().id()).payment();
    assertThat(loser).isInstanceOf(Paid.class);
    assertThat(loser.facts().receipt()).isNull();
    assertThat(loser.facts().attention())
        .contains(Attention.CONTRADICTED, Attention.RECEIPT_MISSING);
  }

  @Test
  default void whoever_loses_a_receipt_keeps_its_status_and_its_version() {
    var holder = typed(aPayment());
    var fixture = wanting();
    records(stores().walk().to(Stage.SUBMITTED, fixture), fixture.success());

    var loser = stores().walk().now(holder.payment().id());

    assertThat(loser.version()).isEqualTo(holder.version());
    assertThat(loser.payment().status()).isEqualTo(holder.payment().status());
  }

  @Test
  default void nobody_puts_a_lost_receipt_back_by_writing_what_was_read_before() {
    var other = aPayment();
    var holder = typed(other);
    var fixture = wanting();
    records(stores().walk().to(Stage.SUBMITTED, fixture), fixture.success());

    assertThat(records(holder, other.cancelled())).isEqualTo(Recorded.OVERTAKEN);
  }

  @Test
  default void a_receipt_that_a_message_brought_does_not_yield_to_a_person() {
    stores().walk().to(Stage.PAID, wanting());
    var review = stores().walk().to(Stage.UNSETTLED, aPayment());

    assertThat(records(review, typedOn(review))).isEqualTo(Recorded.RECEIPT_TAKEN);
  }

  @Test
  default void a_receipt_that_a_person_typed_does_not_yield_to_another_person() {
    typed(aPayment());
    var review = stores().walk().to(Stage.UNSETTLED, aPayment());

    assertThat(records(review, typedOn(review))).isEqualTo(Recorded.RECEIPT_TAKEN);
  }

  @Test
  default void a_name_of_a_push_belongs_to_one_payment() {
    var holder = aPayment();
    stores().walk().to(Stage.SUBMITTED, holder);
    var fixture = aPayment().withIds(holder.ids());
    var opened = stores().walk().opens(fixture);
    stores().tellAll();

    assertThat(records(opened, fixture.accepted())).isEqualTo(Recorded.REQUEST_ID_TAKEN);

    assertThat(stores().walk().now(fixture.id())).isEqualTo(opened);
    assertThat(stores().timeline(fixture.id())).hasSize(1);
    assertThat(stores().tellAll()).isEmpty();
  }

  @Test
  default void a_failed_payment_keeps_the_name_of_its_push() {
    var holder = aPayment();
    stores().walk().to(Stage.FAILED, holder);
    var fixture = aPayment().withIds(holder.ids());

    assertThat(records(stores().walk().opens(fixture), fixture.accepted()))
        .isEqualTo(Recorded.REQUEST_ID_TAKEN);
  }

  @Test
  default void where_both_are_taken_one_of_them_is_named() {
    var holder = aPayment();
    stores().walk().to(Stage.PAID, holder);
    var fixture = aPayment().withIds(holder.ids()).withReceipt(holder.receipt());

    assertThat(records(stores().walk().opens(fixture), fixture.success()))
        .isIn(Recorded.REQUEST_ID_TAKEN, Recorded.RECEIPT_TAKEN);
  }
}
