package io.hakika.application;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How often Daraja is called, and how that gives way. */
final class BudgetTest {

  private static final Rate TEN_A_SECOND = new Rate(10, Duration.ofSeconds(1));

  private final Budget budget = Budget.of(TEN_A_SECOND);

  private static Instant after(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  /** How many calls may be made in one second from {@code from} on, by whoever tries for ever. */
  private static int inOneSecond(Budget budget, Instant from) {
    var taken = 0;
    for (var milli = 0; milli < 1000; milli++) {
      taken += budget.take(from.plusMillis(milli)) ? 1 : 0;
    }
    return taken;
  }

  @Test
  void calls_are_spread_evenly() {
    assertThat(budget.take(NOON)).isTrue();
    assertThat(budget.take(NOON.plusMillis(99))).isFalse();
    assertThat(budget.next()).isEqualTo(NOON.plusMillis(100));
    assertThat(budget.take(NOON.plusMillis(100))).isTrue();
  }

  @Test
  void no_stretch_of_the_period_has_more_calls_than_agreed() {
    for (var second = 0; second < 5; second++) {
      assertThat(inOneSecond(budget, after(second))).isEqualTo(10);
    }
  }

  @Test
  void a_pause_saves_nothing_up() {
    budget.take(NOON);

    assertThat(inOneSecond(budget, after(3600))).isEqualTo(10);
  }

  @Test
  void a_call_made_in_any_case_counts() {
    budget.count(NOON);
    budget.count(NOON);

    assertThat(budget.take(NOON.plusMillis(199))).isFalse();
    assertThat(budget.take(NOON.plusMillis(200))).isTrue();
  }

  @Test
  void throttling_halves_the_rate() {
    budget.throttled(NOON);

    assertThat(inOneSecond(budget, NOON)).isEqualTo(5);
  }

  @Test
  void many_throttlings_at_once_halve_it_once() {
    for (var count = 0; count < 20; count++) {
      budget.throttled(NOON.plusMillis(count));
    }
    budget.throttled(after(29));

    assertThat(inOneSecond(budget, after(29))).isEqualTo(5);
  }

  @Test
  void throttling_that_goes_on_halves_it_every_thirty_seconds() {
    for (var second = 0; second <= 60; second += 5) {
      budget.throttled(after(second));
    }

    assertThat(inOneSecond(budget, after(61))).isBetween(1, 2);
  }

  @Test
  void the_rate_never_falls_below_a_tenth() {
    for (var second = 0; second <= 600; second += 5) {
      budget.throttled(after(second));
    }

    assertThat(inOneSecond(budget, after(601))).isEqualTo(1);
  }

  @Test
  void a_tenth_is_regained_for_each_thirty_seconds_of_quiet() {
    budget.throttled(NOON);

    assertThat(inOneSecond(budget, after(29))).isEqualTo(5);
    assertThat(inOneSecond(budget, after(30))).isEqualTo(6);
    assertThat(inOneSecond(budget, after(60))).isEqualTo(7);
    assertThat(inOneSecond(budget, after(150))).isEqualTo(10);
    assertThat(inOneSecond(budget, after(3600))).isEqualTo(10);
  }

  @Test
  void quiet_begins_with_the_last_throttling_whether_it_halved_or_not() {
    budget.throttled(NOON);
    budget.throttled(after(20));

    assertThat(inOneSecond(budget, after(48))).isEqualTo(5);
    assertThat(inOneSecond(budget, after(50))).isEqualTo(6);
  }

  @Test
  void without_a_limit_everything_may_be_called_until_the_first_throttling() {
    var unlimited = Budget.unlimitedUntilThrottled(TEN_A_SECOND);
    assertThat(inOneSecond(unlimited, NOON)).isEqualTo(1000);

    unlimited.throttled(after(1));
    unlimited.throttled(after(2));

    assertThat(inOneSecond(unlimited, after(3))).as("begins with the whole").isEqualTo(10);
    unlimited.throttled(after(31));
    assertThat(inOneSecond(unlimited, after(32))).isEqualTo(5);
  }

  @Test
  void five_a_minute_is_one_every_twelve_seconds() {
    var slow = Budget.of(new Rate(5, Duration.ofMinutes(1)));
    slow.take(NOON);

    assertThat(slow.next()).isEqualTo(after(12));
  }

  @Test
  void a_rate_of_nothing_is_none() {
    assertThatThrownBy(() -> new Rate(0, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
