package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.TickingClock;
import io.hakika.application.port.driven.PaymentQueries.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a key may ask. */
final class RateTest {

  @AutoClose
  private final Shop shop = Shop.open(http -> http.apiRate(new ApiRate(3, Duration.ofSeconds(10))));

  @BeforeEach
  void there_is_a_list() {
    when(shop.payments.list(any(), anyInt(), any())).thenReturn(new Page<>(List.of(), null));
  }

  @Test
  void one_request_too_many_is_429_and_says_when_the_next_may_come() {
    for (var i = 0; i < 3; i++) {
      assertThat(list(Shop.READER).status()).isEqualTo(200);
      shop.clock.passes(Duration.ofSeconds(1));
    }
    var answer = list(Shop.READER);
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("rate_limited");
    assertThat(answer.header("Retry-After")).isEqualTo("7");

    shop.clock.passes(Duration.ofSeconds(7));
    assertThat(list(Shop.READER).status()).isEqualTo(200);
    assertThat(list(Shop.READER).status()).isEqualTo(429);
  }

  @Test
  void each_key_has_a_rate_of_its_own_and_no_address_makes_another_of_it() {
    for (var i = 0; i < 20; i++) {
      var answer =
          shop.call("GET", "/v1/payments")
              .as(Shop.READER)
              .header("X-Forwarded-For", "10.0.0." + i)
              .answer();
      assertThat(answer.status()).isEqualTo(i < 3 ? 200 : 429);
    }
    assertThat(list(Shop.REVIEWER).status()).isEqualTo(200);
  }

  @Test
  void what_a_key_may_not_do_is_not_counted_and_comes_first() {
    for (var i = 0; i < 5; i++) {
      assertThat(shop.call("POST", "/v1/payments").as(Shop.READER).answer().status())
          .isEqualTo(403);
      assertThat(list("hk_wrong").status()).isEqualTo(401);
    }
    assertThat(list(Shop.READER).status()).isEqualTo(200);
  }

  @Test
  void the_rate_comes_before_the_body() {
    for (var i = 0; i < 3; i++) {
      list(Shop.TILL);
    }
    var answer = shop.call("POST", "/v1/payments").as(Shop.TILL).json("nonsense").answer();
    assertThat(answer.status()).isEqualTo(429);
  }

  @Test
  void callbacks_and_health_have_no_rate() {
    for (var i = 0; i < 10; i++) {
      assertThat(shop.call("GET", "/health/live").answer().status()).isEqualTo(200);
      assertThat(shop.call("POST", "/callbacks/stk/x").answer().status()).isEqualTo(404);
    }
  }

  @Test
  void no_stretch_of_time_holds_more_than_agreed() {
    var per = Duration.ofSeconds(10);
    var clock = TickingClock.at(PaymentFixture.NOON);
    var turnstile = new Turnstile(new ApiRate(7, per), clock);
    var random = new Random(7);
    var passed = new ArrayList<Instant>();
    for (var i = 0; i < 5_000; i++) {
      clock.passes(Duration.ofMillis(random.nextInt(1_500)));
      try {
        turnstile.pass("key");
        passed.add(clock.instant());
      } catch (Problem refused) {
        assertThat(refused).hasMessageContaining("7 times");
      }
    }
    for (var i = 7; i < passed.size(); i++) {
      assertThat(Duration.between(passed.get(i - 7), passed.get(i))).isGreaterThanOrEqualTo(per);
    }
    assertThat(passed).hasSizeGreaterThan(2_000);
  }

  private Response list(String secret) {
    return shop.call("GET", "/v1/payments").as(secret).answer();
  }
}
