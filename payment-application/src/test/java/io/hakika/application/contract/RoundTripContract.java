package io.hakika.application.contract;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.PATIENCE;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Evidence.UnusableCallback;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.RequestIds;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written comes back as it was. */
public interface RoundTripContract extends StoreContract {

  @ParameterizedTest
  @EnumSource
  default void a_payment_comes_back_as_it_was_written(Stage stage) {
    var fixture = aPayment().openedAt(NOON.plusNanos(123_456_000));

    var stored = stores().walk().to(stage, fixture);

    assertThat(stored.payment()).isEqualTo(fixture.at(stage));
    assertThat(stores().details(fixture.id()).payment()).isEqualTo(fixture.at(stage));
    assertThat(stores().store().findByToken(fixture.order().callbackToken())).contains(stored);
  }

  @Test
  default void an_order_comes_back_with_everything_that_was_agreed() {
    var stuck = stores().walk().to(Stage.UNSETTLED, aPayment().forOrder(" ~order \"7\" 100%_\\' "));
    var fixture =
        aPayment()
            .forOrder(" ~order \"7\" 100%_\\' ")
            .byPhone("0112 345 678")
            .of(999_999_999)
            .superseding(stuck.payment().id())
            .withMetadata(Map.of("cart", "77", "note", "Karibu – \"sana\" 🎉", "empty", ""));

    stores().walk().opens(fixture);

    assertThat(stores().walk().now(fixture.id()).payment().order()).isEqualTo(fixture.order());
  }

  @Test
  default void an_order_of_another_account_comes_back_with_its_account() {
    var fixture = aPayment().onAccount("shop_2.b-C");

    stores().walk().opens(fixture);

    assertThat(stores().walk().now(fixture.id()).payment().order()).isEqualTo(fixture.order());
  }

  @Test
  default void the_longest_words_of_daraja_come_back_whole() {
    var words = new ProviderText("Namba ya siri si sahihi 🎉 ".repeat(40));
    var fixture = aPayment();
    var unsure = new PushAnswer.NotSent(words, null, false, fixture.order().createdAt());
    var opened = stores().walk().opens(fixture);

    var queued = stores().walk().hears(opened, unsure);

    assertThat(queued.payment()).isEqualTo(fixture.pending().weigh(unsure, PATIENCE).now());
  }

  @Test
  default void names_that_are_incomplete_come_back_incomplete() {
    var full = aPayment();
    var fixture = full.withIds(new RequestIds(full.ids().checkoutRequestId(), null));
    var opened = stores().walk().opens(fixture);

    var paid = stores().walk().hears(opened, fixture.success());

    assertThat(paid.payment())
        .isEqualTo(fixture.pending().weigh(fixture.success(), PATIENCE).now());
    assertThat(paid.payment().facts().ids()).isEqualTo(fixture.ids());
  }

  @Test
  default void what_the_questions_brought_comes_back() {
    var fixture = aPayment();
    var submitted = stores().walk().to(Stage.SUBMITTED, fixture);
    var answer = fixture.querySuccess(Duration.ofSeconds(90));

    var asked = stores().walk().hears(submitted, answer);

    assertThat(asked.payment()).isEqualTo(fixture.submitted().weigh(answer, PATIENCE).now());
    assertThat(asked.payment().facts().queries().successHeard()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  default void a_question_made_due_comes_back_in_every_state(Stage stage) {
    var fixture = aPayment();
    var stored = stores().walk().to(stage, fixture);
    var malformed = new UnusableCallback(fixture.after(Duration.ofHours(3)));
    var verdict = stored.payment().weigh(malformed, PATIENCE);

    var after = stores().walk().records(stored, verdict);

    assertThat(after.payment()).isEqualTo(verdict.now());
  }

  @Test
  default void a_contradiction_that_was_told_stays_told() {
    var fixture = aPayment();
    var paid = stores().walk().to(Stage.PAID, fixture);

    var contradicted = stores().walk().hears(paid, fixture.cancelled());

    assertThat(contradicted.payment())
        .isEqualTo(fixture.paid().weigh(fixture.cancelled(), PATIENCE).now());
  }

  @Test
  default void a_receipt_typed_by_a_person_comes_back_as_typed() {
    var review = stores().walk().to(Stage.UNSETTLED, aPayment());
    var typed = ((NeedsReview) review.payment()).resolvePaid(new Receipt("UKTYPED001"), NOON);

    var paid = stores().walk().records(review, typed);

    assertThat(paid.payment()).isEqualTo(typed.now());
  }

  @Test
  default void instants_are_kept_to_the_microsecond_and_never_rounded_up() {
    Instant fine = NOON.plusNanos(999_999_999);
    PaymentFixture fixture = aPayment().openedAt(fine);

    var opened = stores().walk().opens(fixture);

    var kept = NOON.plusNanos(999_999_000);
    assertThat(opened.payment()).isEqualTo(aCopy(fixture, kept));
    assertThat(stores().walk().now(fixture.id())).isEqualTo(opened);
  }

  private static Object aCopy(PaymentFixture fixture, Instant at) {
    return fixture.openedAt(at).pending();
  }
}
