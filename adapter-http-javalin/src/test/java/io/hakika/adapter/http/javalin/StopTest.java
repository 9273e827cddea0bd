package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driving.StartCheckout.Result;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A stop finishes what was begun, and begins nothing. */
final class StopTest {

  private static final String BODY =
      "{\"orderId\":\"O\",\"phoneNumber\":\"0712345678\",\"amount\":15}";
  private static final String CHECKOUT =
      "POST /v1/payments HTTP/1.1\nHost: h\nAuthorization: Bearer hk_till\n"
          + "Content-Type: application/json\nContent-Length: "
          + BODY.length()
          + "\n\n"
          + BODY;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch daraja = new CountDownLatch(1);
  private final AtomicBoolean interrupted = new AtomicBoolean();

  private Shop slowShop(Duration stopTimeout) {
    var shop = Shop.open(http -> http.stopTimeout(stopTimeout));
    when(shop.checkout.start(any()))
        .thenAnswer(
            call -> {
              begun.countDown();
              try {
                daraja.await(60, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                interrupted.set(true);
              }
              var submitted = PaymentFixture.aPayment().submitted();
              return new Result.Started(new Details(submitted, 2, null, null));
            });
    return shop;
  }

  @Test
  void a_checkout_under_way_is_answered_before_the_server_is_gone() throws Exception {
    var shop = slowShop(Duration.ofSeconds(20));
    try (var wire = shop.wire()) {
      wire.send(CHECKOUT);
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      var stop = CompletableFuture.runAsync(shop::close);
      await().until(() -> refusesConnections(shop));
      assertThat(stop).isNotDone();
      daraja.countDown();
      assertThat(wire.answer().status()).isEqualTo(201);
      assertThat(stop).succeedsWithin(Duration.ofSeconds(20));
      assertThat(interrupted).isFalse();
    }
  }

  private static boolean refusesConnections(Shop shop) throws IOException {
    try {
      shop.wire().close();
      return false;
    } catch (ConnectException e) {
      return true;
    }
  }

  @Test
  void what_comes_over_an_open_connection_meanwhile_is_answered_and_the_connection_closed()
      throws Exception {
    var shop = slowShop(Duration.ofSeconds(20));
    var health = "GET /health/ready HTTP/1.1\nHost: h\n\n";
    try (var wire = shop.wire();
        var open = shop.wire()) {
      assertThat(open.send(health).answer().status()).isEqualTo(200);
      wire.send(CHECKOUT);
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      var stop = CompletableFuture.runAsync(shop::close);
      // Open connections may be silent for one more second.
      await().pollInterval(Duration.ofMillis(5)).until(() -> refusesConnections(shop));
      var late = open.send(health).answer();
      assertThat(late.status()).isEqualTo(503);
      assertThat(late.text()).isEqualTo("{\"status\":\"down\",\"failed\":[\"shutdown\"]}");
      assertThat(late.header("Connection")).isEqualTo("close");
      assertThat(open.isOver()).isTrue();
      daraja.countDown();
      assertThat(wire.answer().status()).isEqualTo(201);
      assertThat(stop).succeedsWithin(Duration.ofSeconds(20));
    }
  }

  @Test
  void a_connection_that_is_open_and_idle_does_not_delay_the_stop() throws Exception {
    var shop = Shop.open();
    try (var wire = shop.wire()) {
      assertThat(wire.send("GET /health/live HTTP/1.1\nHost: h\n\n").answer().status())
          .isEqualTo(200);
      assertThat(CompletableFuture.runAsync(shop::close)).succeedsWithin(Duration.ofSeconds(20));
      assertThat(wire.isOver()).isTrue();
    }
  }

  @Test
  void what_takes_too_long_is_cut_off_and_told_that_nobody_knows() throws Exception {
    var shop = slowShop(Duration.ofMillis(300));
    try (var wire = shop.wire()) {
      wire.send(CHECKOUT);
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      shop.close();
      var answer = wire.answer();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("unavailable");
      assertThat(answer.text()).contains("Ask it later what became of this.");
      assertThat(interrupted).isFalse();
    } finally {
      daraja.countDown();
    }
  }

  @Test
  void a_server_may_be_closed_twice() {
    var shop = Shop.open();
    shop.close();
    shop.close();
  }
}
