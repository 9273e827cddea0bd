package io.hakika.adapter.http.javalin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.hakika.application.PaymentApplication;
import io.hakika.application.fake.InMemoryPaymentStore;
import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.ScriptedCallbackReader;
import io.hakika.application.fake.ScriptedStkGateway;
import io.hakika.application.fake.TickingClock;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driving.StartCheckout.Request;
import io.hakika.application.port.driving.StartCheckout.Result;
import io.hakika.domain.Evidence;
import io.hakika.domain.Payment;
import io.hakika.domain.Submitted;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.Shillings;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Bodies spoiled in every way: no 5xx, and nothing moves that nobody spoke of. */
final class MangledBodiesTest {

  private static final int BODIES = 1_500;
  private static final long SEED = 20_261_124;

  @Test
  void mangled_callbacks_are_kept_and_move_nothing_without_the_right_id() throws IOException {
    var clock = TickingClock.at(PaymentFixture.NOON);
    var store = new InMemoryPaymentStore();
    var gateway = ScriptedStkGateway.at(clock);
    try (var hakika =
            PaymentApplication.using(store, store, store, gateway, new ScriptedCallbackReader())
                .clock(clock)
                .build();
        var http = PaymentHttp.start(ports(hakika), config(clock))) {
      var payment = submitted(hakika);
      var token = store.find(payment.id()).orElseThrow().payment().order().callbackToken();
      var statuses = new TreeMap<Integer, Integer>();
      var mangler = new Mangler(SEED, callbacksOfAnotherPayment());
      try (var wire = Wire.to(http.port())) {
        for (var i = 0; i < BODIES; i++) {
          var body = mangler.next();
          wire.send(post("/callbacks/stk/" + token.value(), body.length)).send(body);
          statuses.merge(wire.answer().status(), 1, Integer::sum);
        }
      }
      assertThat(statuses.keySet())
          .as("with seed %d: %s", SEED, statuses)
          .isSubsetOf(200, 400, 413);
      assertThat(statuses).containsKeys(200, 400);
      assertThat(store.find(payment.id()).orElseThrow().payment()).isInstanceOf(Submitted.class);
      assertThat(gateway.pushes()).hasSize(1);
    }
  }

  private static List<byte[]> callbacksOfAnotherPayment() {
    var other = PaymentFixture.aPayment();
    return List.of(
        bytes(other.success()),
        bytes(other.cancelled()),
        bytes(other.bareSuccess()),
        "{\"Body\":{\"stkCallback\":{\"ResultCode\":0}}}".getBytes(UTF_8),
        new byte[0]);
  }

  private static byte[] bytes(Evidence.Callback callback) {
    return ScriptedCallbackReader.bytesOf(callback.said());
  }

  private static Payment submitted(PaymentApplication hakika) {
    var request =
        Request.of(new OrderId("ORD-1"), Msisdn.parse("0712345678"), Shillings.shillings(1500));
    return ((Result.Started) hakika.checkout().start(request)).payment().payment();
  }

  private static Ports ports(PaymentApplication hakika) {
    return new Ports(
        hakika.checkout(),
        hakika.callbacks(),
        hakika.recovery(),
        hakika.payments(),
        hakika.reviews());
  }

  private static HttpConfig config(TickingClock clock) {
    return HttpConfig.of(Shop.PUBLIC_URL, Shop.keys()).listen("127.0.0.1", 0).clock(clock).build();
  }

  @Test
  void mangled_requests_are_understood_in_full_or_refused() throws IOException {
    var seeds =
        List.of(
            "{\"orderId\":\"O\",\"phoneNumber\":\"0712345678\",\"amount\":1}".getBytes(UTF_8),
            ("{\"orderId\":\"O\",\"phoneNumber\":\"254112345678\",\"amount\":250000,"
                    + "\"metadata\":{\"a\":\"b\"},\"account\":null,\"description\":\"Two\"}")
                .getBytes(UTF_8));
    var mangler = new Mangler(SEED, seeds);
    var statuses = new TreeMap<Integer, Integer>();
    try (var shop = Shop.open();
        var wire = shop.wire()) {
      var submitted = PaymentFixture.aPayment().submitted();
      when(shop.checkout.start(any()))
          .thenReturn(new Result.Started(new Details(submitted, 2, null, null)));
      for (var i = 0; i < BODIES; i++) {
        var body = mangler.next();
        wire.send(post("/v1/payments", body.length)).send(body);
        statuses.merge(wire.answer().status(), 1, Integer::sum);
      }
    }
    assertThat(statuses.keySet()).as("with seed %d: %s", SEED, statuses).isSubsetOf(201, 400, 413);
    assertThat(statuses).containsKeys(201, 400);
  }

  private static String post(String path, int length) {
    return "POST "
        + path
        + " HTTP/1.1\nHost: h\nAuthorization: Bearer hk_till\n"
        + "Content-Type: application/json\nContent-Length: "
        + length
        + "\n\n";
  }
}
