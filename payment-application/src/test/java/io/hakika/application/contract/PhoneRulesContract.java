package io.hakika.application.contract;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static io.hakika.application.fake.Walk.opening;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.IdempotencyKey;
import io.hakika.application.port.driven.PaymentStore.PhoneRules;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often one phone may be prompted, to the microsecond. */
public interface PhoneRulesContract extends StoreContract {

  /** One open prompt per phone and account. */
  PhoneRules ONE_AT_A_TIME = new PhoneRules(Duration.ofSeconds(90), 0);

  /** Two prompts a day. */
  PhoneRules TWO_A_DAY = new PhoneRules(Duration.ZERO, 2);

  private static Duration tick() {
    return Duration.ofNanos(1000);
  }

  private static PaymentFixture prompt(Instant at) {
    return aPayment().byPhone("0712345678").openedAt(at);
  }

  private Added tries(PaymentFixture fixture, PhoneRules rules) {
    return stores().store().add(opening(fixture, null, rules));
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "QUEUED", "PUSH_UNKNOWN", "SUBMITTED"})
  default void an_open_prompt_counts_until_it_is_as_old_as_the_window(Stage stage) {
    var open = stores().walk().to(stage, prompt(NOON));
    var until = NOON.plusSeconds(90);

    assertThat(tries(prompt(until.minus(tick())), ONE_AT_A_TIME))
        .isEqualTo(new Added.PhonePrompted(open, until));
    assertThat(tries(prompt(until), ONE_AT_A_TIME)).isInstanceOf(Added.Opened.class);
  }

  @Test
  default void the_newest_open_prompt_counts() {
    stores().walk().opens(prompt(NOON));
    var newest = stores().walk().opens(prompt(NOON.plusSeconds(60)));

    assertThat(tries(prompt(NOON.plusSeconds(70)), ONE_AT_A_TIME))
        .isEqualTo(new Added.PhonePrompted(newest, NOON.plusSeconds(150)));
  }

  @ParameterizedTest
  @EnumSource(names = {"PAID", "FAILED", "UNSETTLED", "SUBMISSION_UNKNOWN", "CONTRADICTORY"})
  default void a_prompt_that_is_over_does_not_count(Stage stage) {
    stores().walk().to(stage, prompt(NOON));

    assertThat(tries(prompt(NOON.plusSeconds(30)), ONE_AT_A_TIME)).isInstanceOf(Added.Opened.class);
  }

  @Test
  default void a_prompt_of_another_account_does_not_count() {
    stores().walk().opens(prompt(NOON).onAccount("shop-2"));

    assertThat(tries(prompt(NOON.plusSeconds(1)), ONE_AT_A_TIME)).isInstanceOf(Added.Opened.class);
  }

  @Test
  default void a_prompt_to_another_phone_does_not_count() {
    stores().walk().opens(prompt(NOON));

    assertThat(tries(aPayment().byPhone("0712345679"), ONE_AT_A_TIME))
        .isInstanceOf(Added.Opened.class);
  }

  @Test
  default void a_superseded_payment_may_still_ring_and_counts() {
    var stuck = prompt(NOON).forOrder("ORD-7");
    stores().walk().to(Stage.PUSH_UNKNOWN, stuck);
    var newer = prompt(NOON.plusSeconds(30)).forOrder("ORD-7").superseding(stuck.id());

    assertThat(tries(newer, ONE_AT_A_TIME)).isInstanceOf(Added.PhonePrompted.class);
  }

  @Test
  default void zero_means_no_rule() {
    stores().walk().opens(prompt(NOON));

    assertThat(tries(prompt(NOON), new PhoneRules(Duration.ZERO, 0)))
        .isInstanceOf(Added.Opened.class);
  }

  @Test
  default void a_phone_that_had_its_prompts_has_one_more_when_a_day_has_passed() {
    stores().walk().to(Stage.PAID, prompt(NOON));
    stores().walk().to(Stage.FAILED, prompt(NOON.plusSeconds(3600)));
    var until = NOON.plus(Duration.ofHours(24));

    assertThat(tries(prompt(until.minus(tick())), TWO_A_DAY))
        .isEqualTo(new Added.PhoneLimited(until));
    assertThat(tries(prompt(until), TWO_A_DAY)).isInstanceOf(Added.Opened.class);
    assertThat(tries(prompt(until), TWO_A_DAY))
        .isEqualTo(new Added.PhoneLimited(NOON.plus(Duration.ofHours(25))));
  }

  @Test
  default void a_phone_with_more_prompts_than_it_may_have_waits_for_the_oldest_that_matters() {
    for (var hour = 0; hour < 4; hour++) {
      stores().walk().to(Stage.PAID, prompt(NOON.plus(Duration.ofHours(hour))));
    }

    assertThat(tries(prompt(NOON.plus(Duration.ofHours(5))), TWO_A_DAY))
        .isEqualTo(new Added.PhoneLimited(NOON.plus(Duration.ofHours(26))));
  }

  @Test
  default void prompts_of_all_accounts_count_to_the_day() {
    stores().walk().to(Stage.PAID, prompt(NOON).onAccount("shop-2"));
    stores().walk().to(Stage.PAID, prompt(NOON).onAccount("shop-3"));

    assertThat(tries(prompt(NOON.plusSeconds(1)), TWO_A_DAY))
        .isInstanceOf(Added.PhoneLimited.class);
  }

  @Test
  default void a_push_that_was_refused_rang_no_phone_and_does_not_count() {
    for (var count = 0; count < 2; count++) {
      var refused = prompt(NOON);
      stores().walk().hears(stores().walk().opens(refused), refused.refused());
    }

    assertThat(tries(prompt(NOON.plusSeconds(1)), TWO_A_DAY)).isInstanceOf(Added.Opened.class);
  }

  @Test
  default void refusals_are_looked_for_in_one_order() {
    var rules = new PhoneRules(Duration.ofSeconds(90), 1);
    var key = new IdempotencyKey("shop", "cart-1");
    var first = prompt(NOON).forOrder("ORD-8");
    stores().walk().opens(opening(first, key, rules));
    var again = prompt(NOON.plusSeconds(1));

    assertThat(stores().store().add(opening(again.forOrder("ORD-8"), key, rules)))
        .as("the key comes before the order")
        .isInstanceOf(Added.KeyTaken.class);
    assertThat(tries(again.forOrder("ORD-8").superseding(aPayment().id()), rules))
        .as("the order comes before what it would supersede")
        .isInstanceOf(Added.OrderTaken.class);
    assertThat(tries(again.superseding(aPayment().id()), rules))
        .as("what it would supersede comes before the phone")
        .isInstanceOf(Added.NothingToSupersede.class);
    assertThat(tries(again, rules))
        .as("the day comes before the open prompt")
        .isInstanceOf(Added.PhoneLimited.class);
    assertThat(tries(again, ONE_AT_A_TIME)).isInstanceOf(Added.PhonePrompted.class);
  }
}
