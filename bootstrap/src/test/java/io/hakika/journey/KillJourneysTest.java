package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.daraja.simulator.Customer;
import io.hakika.adapter.daraja.simulator.DarajaSimulator;
import io.hakika.adapter.daraja.simulator.Delays;
import io.hakika.adapter.daraja.simulator.Ledger.CalledBack;
import io.hakika.adapter.daraja.simulator.SimulatorOptions;
import io.hakika.bootstrap.client.ApiClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A service that is killed again and again while shops check out and customers pay. The simulator's
 * books tell what must not be lost and what must not happen twice.
 */
class KillJourneysTest {

  private static final int KILLS = 5;
  private static final long SEED = 20261124L;

  private Path folder;
  private DarajaSimulator daraja;
  private Map<String, String> given;
  private ApiClient desk;

  @BeforeEach
  void open() {
    folder = Rig.temporaryFolder();
    var delays =
        Delays.tiny()
            .withAcknowledgement(Duration.ofMillis(30))
            .withDecision(Duration.ofMillis(60));
    daraja = DarajaSimulator.start(SimulatorOptions.quick().withDelays(delays));
    given = Given.service(daraja.baseUrl(), Ports.free(), folder);
    desk = new ApiClient(URI.create(given.get("HAKIKA_PUBLIC_URL")), Given.REVIEWER);
  }

  @AfterEach
  void close() {
    daraja.close();
    Rig.delete(folder);
  }

  @Test
  void nothing_acknowledged_is_lost_and_nothing_is_pushed_twice() {
    var random = new Random(SEED);
    try (var shops = new Shops(desk.base())) {
      for (var kill = 0; kill < KILLS; kill++) {
        try (var service = ServiceProcess.serve(given)) {
          shops.sell(20 + random.nextInt(60));
          service.kill();
        }
      }
      try (var service = ServiceProcess.serve(given)) {
        shops.finish();
        audit(shops);
        service.terminate();
        assertThat(service.ended()).isEqualTo(143);
      }
    }
  }

  private void audit(Shops shops) {
    var payments =
        shops.acknowledged().stream()
            .collect(
                Collectors.toMap(sold -> sold.id(), sold -> read("/v1/payments/" + sold.id())));
    assertThat(payments).as("the shops sold something").hasSizeGreaterThan(20 * KILLS / 2);
    shops
        .acknowledged()
        .forEach(
            sold ->
                assertThat(payments.get(sold.id()).path("orderId").asString())
                    .isEqualTo(sold.order()));
    assertThat(daraja.ledger().prompts())
        .as("prompts, one per order")
        .extracting(prompt -> prompt.request().accountReference())
        .doesNotHaveDuplicates();
    daraja.ledger().callbacks().stream().filter(CalledBack::delivered).forEach(this::isKept);
  }

  /** A callback that was answered 200 is in the history of its payment, and did its work. */
  private void isKept(CalledBack callback) {
    var found = read("/v1/payments?checkoutRequestId=" + callback.checkoutRequestId()).path("data");
    assertThat(found.size()).as("payments of a delivered callback").isEqualTo(1);
    var payment = found.get(0);
    assertThat(payment.path("lastCallback").path("count").asInt(0)).isPositive();
    assertThat(payment.path("status").asString()).isEqualTo("paid");
    assertThat(payment.path("mpesaReceiptNumber").asString()).isEqualTo(receipt(callback));
  }

  private String receipt(CalledBack callback) {
    return daraja.ledger().charges().stream()
        .filter(charge -> charge.checkoutRequestId().equals(callback.checkoutRequestId()))
        .findFirst()
        .orElseThrow()
        .receipt();
  }

  private JsonNode read(String path) {
    var reply = desk.get(path);
    assertThat(reply.ok()).as("GET %s: %s", path, reply.problem()).isTrue();
    return reply.body();
  }

  /** Phones of customers who pay. */
  static String phone(int order) {
    return Customer.PAYS.number(order);
  }
}
