package io.hakika.adapter.http.javalin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.Page;
import io.hakika.application.port.driving.ReceiveCallback.Answer;
import io.hakika.application.port.driving.StartCheckout.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** Whoever is slow is slow alone: callbacks and health are answered all the same, at once. */
final class StarvationTest {

  private static final String TOKEN = "0".repeat(48);
  private static final Duration AT_ONCE = Duration.ofSeconds(5);
  private static final String CHECKOUT =
      "{\"orderId\":\"O\",\"phoneNumber\":\"0712345678\",\"amount\":1}";

  @Test
  void three_hundred_checkouts_that_wait_for_daraja_hold_up_nobody_else() throws Exception {
    var daraja = new CountDownLatch(1);
    var begun = new CountDownLatch(256);
    var wires = new ArrayList<Wire>();
    try (var shop = shop()) {
      checkoutsWait(shop, begun, daraja);
      for (var i = 0; i < 300; i++) {
        wires.add(shop.wire().send(checkout()));
      }
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

      othersAreServedAtOnce(shop);
      assertThat(shop.call("GET", "/v1/payments").as(Shop.READER).answer().status()).isEqualTo(200);

      daraja.countDown();
      for (var wire : wires) {
        assertThat(wire.answer().status()).isEqualTo(201);
      }
    } finally {
      close(wires);
    }
  }

  @Test
  void reads_that_hang_in_the_database_hold_up_neither_callbacks_nor_checkouts() throws Exception {
    var database = new CountDownLatch(1);
    var wires = new ArrayList<Wire>();
    try (var shop = shop()) {
      when(shop.payments.list(any(), anyInt(), any()))
          .thenAnswer(
              call -> {
                database.await(60, TimeUnit.SECONDS);
                return new Page<Details>(List.of(), null);
              });
      for (var i = 0; i < 300; i++) {
        wires.add(
            shop.wire()
                .send("GET /v1/payments HTTP/1.1\nHost: h\nAuthorization: Bearer hk_reader\n\n"));
      }
      othersAreServedAtOnce(shop);
      assertThat(shop.call("POST", "/v1/payments").as(Shop.TILL).json(CHECKOUT).answer().status())
          .isEqualTo(201);

      database.countDown();
      for (var wire : wires) {
        assertThat(wire.answer().status()).isEqualTo(200);
      }
    } finally {
      close(wires);
    }
  }

  @Test
  void callbacks_that_hang_in_the_database_leave_health_alone_and_none_is_refused()
      throws Exception {
    var database = new CountDownLatch(1);
    var wires = new ArrayList<Wire>();
    try (var shop = shop()) {
      when(shop.callbacks.receive(any()))
          .thenAnswer(
              call -> {
                database.await(60, TimeUnit.SECONDS);
                return Answer.ACCEPTED;
              });
      for (var i = 0; i < 300; i++) {
        wires.add(shop.wire().send(callback()));
      }
      assertTimely(() -> shop.call("GET", "/health/live").answer().status());
      database.countDown();
      for (var wire : wires) {
        assertThat(wire.answer().status()).isEqualTo(200);
      }
    } finally {
      close(wires);
    }
  }

  @Test
  void more_than_can_wait_are_told_so_at_once() throws Exception {
    var daraja = new CountDownLatch(1);
    var wires = new ArrayList<Wire>();
    try (var shop = shop()) {
      checkoutsWait(shop, new CountDownLatch(0), daraja);
      for (var i = 0; i < 600; i++) {
        wires.add(shop.wire().send(checkout()));
      }
      // 256 run and 256 wait; whoever else comes is turned away.
      await().atMost(AT_ONCE.multipliedBy(4)).until(() -> answered(wires).size() == 88);
      for (var wire : answered(wires)) {
        var answer = wire.answer();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
      }
      othersAreServedAtOnce(shop);
      daraja.countDown();
    } finally {
      close(wires);
    }
  }

  @Test
  void three_hundred_dribbling_sockets_hold_up_nobody() throws Exception {
    var wires = new ArrayList<Wire>();
    try (var shop = shop()) {
      for (var i = 0; i < 300; i++) {
        var beginning =
            i % 2 == 0
                ? callback().replace("Content-Length: 2\n\n{}", "Content-Length: 1000\n\n{")
                : "GET /health/live HTTP/1.1\nHost: h\nX-Slow: ";
        wires.add(shop.wire().send(beginning));
      }
      for (var round = 0; round < 8; round++) {
        for (var wire : wires) {
          wire.send("x");
        }
        othersAreServedAtOnce(shop);
      }
    } finally {
      close(wires);
    }
  }

  @Test
  void a_request_that_never_becomes_complete_is_cut_off() throws Exception {
    var arrival = Duration.ofMillis(400);
    try (var shop = Shop.impatient(arrival, Duration.ofSeconds(30))) {
      for (var beginning :
          List.of(
              "GET /health/live HTTP/1.1\nHost: h\nX: ",
              "POST /v1/payments HTTP/1.1\nHost: h\nContent-Length: 100000\n\n")) {
        try (var wire = shop.wire()) {
          wire.send(beginning);
          assertThatThrownBy(() -> dribble(wire)).isInstanceOf(IOException.class);
        }
      }
    }
  }

  /** Sends until the server has had enough, however often that is; bounded by what it may send. */
  private static void dribble(Wire wire) throws IOException {
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(20))
        .ignoreNoExceptions()
        .until(
            () -> {
              wire.send("x");
              return false;
            });
  }

  @Test
  void a_silent_body_ends_in_408() throws Exception {
    try (var shop = Shop.impatient(Duration.ofSeconds(30), Duration.ofSeconds(1));
        var wire = shop.wire()) {
      var answer =
          wire.send(
                  "POST /v1/payments HTTP/1.1\nHost: h\nAuthorization: Bearer hk_till\n"
                      + "Content-Type: application/json\nContent-Length: 100\n\n{")
              .answer();
      assertThat(answer.status()).isEqualTo(408);
      assertThat(answer.code()).isEqualTo("request_timeout");
    }
  }

  @Test
  void a_checkout_may_take_longer_than_a_connection_may_be_silent() throws Exception {
    var daraja = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    try (var shop = Shop.impatient(Duration.ofSeconds(1), Duration.ofSeconds(1));
        var wire = shop.wire()) {
      checkoutsWait(shop, begun, daraja);
      wire.send(checkout());
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      // Connections that came later, and are silent as well, are closed before it is answered.
      for (var i = 0; i < 2; i++) {
        try (var silent = shop.wire()) {
          assertThat(silent.isOver()).isTrue();
        }
      }
      daraja.countDown();
      assertThat(wire.answer().status()).isEqualTo(201);
    }
  }

  @Test
  void a_client_that_left_does_no_harm() throws Exception {
    var daraja = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    try (var shop = shop()) {
      checkoutsWait(shop, begun, daraja);
      try (var wire = shop.wire()) {
        wire.send(checkout());
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      }
      daraja.countDown();
      assertThat(shop.call("POST", "/v1/payments").as(Shop.TILL).json(CHECKOUT).answer().status())
          .isEqualTo(201);
    }
  }

  private static void checkoutsWait(Shop shop, CountDownLatch begun, CountDownLatch daraja) {
    when(shop.checkout.start(any()))
        .thenAnswer(
            call -> {
              begun.countDown();
              daraja.await(60, TimeUnit.SECONDS);
              var submitted = PaymentFixture.aPayment().submitted();
              return new Result.Started(new Details(submitted, 2, null, null));
            });
  }

  private static Shop shop() {
    var shop = Shop.open();
    when(shop.callbacks.recognises(TOKEN)).thenReturn(true);
    when(shop.callbacks.receive(any())).thenReturn(Answer.ACCEPTED);
    when(shop.payments.list(any(), anyInt(), any())).thenReturn(new Page<>(List.of(), null));
    var submitted = PaymentFixture.aPayment().submitted();
    when(shop.checkout.start(any()))
        .thenReturn(new Result.Started(new Details(submitted, 2, null, null)));
    return shop;
  }

  private static void othersAreServedAtOnce(Shop shop) {
    assertTimely(() -> shop.call("GET", "/health/live").answer().status());
    assertTimely(() -> shop.call("GET", "/health/ready").answer().status());
    assertTimely(
        () ->
            shop.call("POST", "/callbacks/stk/" + TOKEN)
                .body("{}".getBytes(UTF_8))
                .answer()
                .status());
  }

  private static void assertTimely(IntSupplier status) {
    var began = System.nanoTime();
    assertThat(status.getAsInt()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_ONCE);
  }

  private static String checkout() {
    return "POST /v1/payments HTTP/1.1\nHost: h\nAuthorization: Bearer hk_till\n"
        + "Content-Type: application/json\nContent-Length: "
        + CHECKOUT.length()
        + "\n\n"
        + CHECKOUT;
  }

  private static String callback() {
    return "POST /callbacks/stk/" + TOKEN + " HTTP/1.1\nHost: h\nContent-Length: 2\n\n{}";
  }

  private static List<Wire> answered(List<Wire> wires) throws IOException {
    var answered = new ArrayList<Wire>();
    for (var wire : wires) {
      if (wire.hasAnswer()) {
        answered.add(wire);
      }
    }
    return answered;
  }

  private static void close(List<Wire> wires) throws IOException {
    for (var wire : wires) {
      wire.close();
    }
  }
}
