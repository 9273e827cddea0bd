package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.hakika.application.port.driving.ReceiveCallback.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Health, and who hears what on which port. */
final class ListenersTest {

  private static final String CALLBACK = "/callbacks/stk/" + "0".repeat(48);

  @Test
  void without_ports_of_their_own_everything_shares_one() {
    try (var shop = Shop.open()) {
      assertThat(shop.http.callbackPort()).isEqualTo(shop.http.port());
      assertThatThrownBy(shop.http::managementPort).isInstanceOf(IllegalStateException.class);
      assertThat(shop.call("POST", CALLBACK).answer().code()).isEqualTo("not_found");
      assertThat(shop.call("GET", "/health/live").answer().text()).isEqualTo("{\"status\":\"up\"}");
    }
  }

  @Test
  void the_callback_port_serves_callbacks_and_health_only() {
    try (var shop = Shop.open(http -> http.callbackPort(0))) {
      when(shop.callbacks.recognises("0".repeat(48))).thenReturn(true);
      when(shop.callbacks.receive(any())).thenReturn(Answer.ACCEPTED);
      var port = shop.http.callbackPort();
      assertThat(port).isNotEqualTo(shop.http.port());
      assertThat(new Call(port, "POST", CALLBACK).answer().status()).isEqualTo(200);
      assertThat(new Call(port, "GET", "/health/callbacks").answer().status()).isEqualTo(200);
      var api = new Call(port, "GET", "/v1/payments").as(Shop.READER).answer();
      assertThat(api.status()).isEqualTo(404);
      assertThat(api.code()).isEqualTo("not_found");
    }
  }

  @Test
  void the_management_port_serves_health_only() {
    try (var shop = Shop.open(http -> http.management("127.0.0.1", 0))) {
      var port = shop.http.managementPort();
      assertThat(new Call(port, "GET", "/health/ready").answer().status()).isEqualTo(200);
      assertThat(new Call(port, "GET", "/v1/payments").as(Shop.READER).answer().status())
          .isEqualTo(404);
      assertThat(new Call(port, "POST", CALLBACK).answer().status()).isEqualTo(404);
      assertThat(new Call(port, "GET", "/health/../v1/payments").as(Shop.READER).answer().status())
          .isIn(400, 404);
    }
  }

  @Test
  void a_taken_port_is_a_fault_at_start_that_names_the_port() {
    try (var shop = Shop.open()) {
      var taken = shop.http.port();
      assertThatThrownBy(() -> Shop.open(http -> http.management("127.0.0.1", taken)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("cannot listen on 127.0.0.1:" + taken + ": the address is taken");
    }
  }

  @Test
  void a_host_that_is_unknown_or_elsewhere_is_not_called_taken() {
    // No name has so long a part, so that nobody is asked for it.
    var unknown = "x".repeat(64);
    assertThatThrownBy(() -> Shop.open(http -> http.listen(unknown, 0)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot listen on " + unknown + ":0: the host is unknown");
    assertThatThrownBy(() -> Shop.open(http -> http.listen("203.0.113.9", 0)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot listen on 203.0.113.9:0: ")
        .hasMessageNotContaining("taken");
  }

  @Test
  void what_failed_is_named_while_the_service_is_not_ready() {
    var failed = new ArrayList<String>();
    var keeps = new AtomicBoolean(true);
    try (var shop = Shop.open(http -> http.health(health(failed, keeps)))) {
      assertThat(shop.call("GET", "/health/ready").answer().text())
          .isEqualTo("{\"status\":\"up\"}");

      failed.add("database");
      var ready = shop.call("GET", "/health/ready").answer();
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.text()).isEqualTo("{\"status\":\"down\",\"failed\":[\"database\"]}");
      assertThat(ready.header("Retry-After")).isEqualTo("5");
      assertThat(shop.call("GET", "/health/live").answer().status()).isEqualTo(200);
      assertThat(shop.call("GET", "/health/callbacks").answer().status()).isEqualTo(200);

      keeps.set(false);
      assertThat(shop.call("GET", "/health/callbacks").answer().status()).isEqualTo(503);
    }
  }

  @Test
  void readiness_goes_first_and_everything_else_still_works() {
    try (var shop = Shop.open()) {
      shop.http.drain();
      var ready = shop.call("GET", "/health/ready").answer();
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.text()).isEqualTo("{\"status\":\"down\",\"failed\":[\"shutdown\"]}");
      assertThat(shop.call("GET", "/health/live").answer().status()).isEqualTo(200);
      assertThat(shop.call("GET", "/health/callbacks").answer().status()).isEqualTo(200);
      assertThat(shop.call("GET", "/v1/payments/pay_1").as(Shop.READER).answer().code())
          .isEqualTo("payment_not_found");
    }
  }

  private static Health health(List<String> failed, AtomicBoolean keeps) {
    return new Health() {
      @Override
      public List<String> failedParts() {
        return List.copyOf(failed);
      }

      @Override
      public boolean keepsCallbacks() {
        return keeps.get();
      }
    };
  }
}
