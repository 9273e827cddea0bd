package io.hakika.adapter.http.javalin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driving.FindPayments;
import io.hakika.application.port.driving.ReceiveCallback;
import io.hakika.application.port.driving.RecoverPayments;
import io.hakika.application.port.driving.ReviewPayments;
import io.hakika.application.port.driving.StartCheckout;
import io.javalin.Javalin;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Inside a host's own Javalin. */
final class InstallTest {

  private final FindPayments payments = mock();
  private final PaymentFixture fixture = PaymentFixture.aPayment();
  private final Javalin host =
      Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.startup.startupWatcherEnabled = false;
                config.routes.get("/", ctx -> ctx.result("the host's own page"));
                config.routes.exception(
                    Exception.class, (e, ctx) -> ctx.status(500).result("the host's own fault"));
                PaymentHttp.install(config, ports(), http());
              })
          .start("127.0.0.1", 0);

  private Ports ports() {
    return new Ports(
        mock(StartCheckout.class),
        mock(ReceiveCallback.class),
        mock(RecoverPayments.class),
        payments,
        mock(ReviewPayments.class));
  }

  private static HttpConfig http() {
    return HttpConfig.of(Shop.PUBLIC_URL, Shop.keys()).build();
  }

  @AfterEach
  void stop() {
    host.stop();
  }

  @Test
  void the_routes_stand_beside_the_hosts_own() {
    when(payments.find(any())).thenReturn(Optional.of(new Details(fixture.paid(), 3, null, null)));
    var payment = new Call(host.port(), "GET", "/v1/payments/" + fixture.id());
    assertThat(payment.as(Shop.READER).answer().status()).isEqualTo(200);
    assertThat(new Call(host.port(), "GET", "/").answer().text()).isEqualTo("the host's own page");
  }

  @Test
  void problems_are_ours_and_limits_hold_without_a_hardened_server() {
    when(payments.find(any())).thenThrow(new IllegalStateException("a bug"));
    var payment = "/v1/payments/" + fixture.id();
    var broken = new Call(host.port(), "GET", payment).as(Shop.READER).answer();
    assertThat(broken.code()).isEqualTo("internal_error");
    assertThat(new Call(host.port(), "GET", payment).answer().code()).isEqualTo("unauthorized");
    assertThat(
            new Call(host.port(), "POST", "/v1/payments")
                .as(Shop.TILL)
                .body(new byte[65_537])
                .answer()
                .code())
        .isEqualTo("too_large");
  }

  @Test
  void threads_of_the_routes_end_with_the_hosts_server() {
    new Call(host.port(), "GET", "/v1/payments/" + fixture.id()).as(Shop.READER).answer();
    host.stop();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("hakika-database-")));
  }
}
