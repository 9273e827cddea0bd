package io.hakika.adapter.daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a simulator starts it also ends. */
class LifecycleTest {

  private static final String NUMBER = "254712345678";

  @Test
  void every_thread_is_gone_after_closing() {
    var before = threads();
    var simulator = DarajaSimulator.start(SimulatorOptions.quick());
    try (var shop = Shop.open()) {
      var client = new Client(simulator);
      client.push(NUMBER, shop.url());
      client.push(Customer.TOLD_LATE.number(1), shop.url());
      client.push(Customer.ANSWER_LOST.number(1), shop.url());
      simulator.ledger().awaitCallbacks(3);
      assertThat(threads()).hasSizeGreaterThan(before.size());
    }

    simulator.close();

    await().atMost(Duration.ofSeconds(5)).until(() -> before.containsAll(threads()));
  }

  @Test
  void closing_cuts_who_waits_and_drops_what_was_to_come() throws Exception {
    var late = Delays.tiny().withDecision(Duration.ofHours(1));
    var simulator = DarajaSimulator.start(SimulatorOptions.quick().withDelays(late));
    new Client(simulator).push(NUMBER, simulator.baseUrl());
    var hold = simulator.holdPushes();
    var waiting =
        CompletableFuture.supplyAsync(
            () -> new Client(simulator).push(NUMBER, simulator.baseUrl()).status());
    hold.await();

    simulator.close();

    assertThat(waiting.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(simulator.ledger().callbacks()).isEmpty();
    assertThat(simulator.ledger().pushes()).hasSize(2);
  }

  @Test
  void a_stalled_answer_ends_when_the_simulator_does() throws Exception {
    var simulator = DarajaSimulator.start(SimulatorOptions.quick());
    var stalled =
        CompletableFuture.supplyAsync(
            () ->
                new Client(simulator).push(Customer.ANSWER_STALLS.number(1), simulator.baseUrl()));
    simulator.ledger().await(1, Ledger.Answered.class, answered -> true);
    simulator.ledger().awaitCallbacks(1);

    simulator.close();

    assertThat(stalled.get(10, TimeUnit.SECONDS).isWhole()).isFalse();
  }

  @Test
  void closing_twice_is_closing() {
    var simulator = DarajaSimulator.start(SimulatorOptions.quick());
    simulator.close();
    simulator.close();

    assertThat(simulator.ledger().entries()).isEmpty();
  }

  @Test
  void several_run_side_by_side() {
    try (var one = DarajaSimulator.start(SimulatorOptions.quick());
        var two = DarajaSimulator.start(SimulatorOptions.quick())) {
      assertThat(one.baseUrl()).isNotEqualTo(two.baseUrl());
      var token = new Client(one).token();
      assertThat(new Client(two).post(Client.QUERY, token, Map.of()).status()).isEqualTo(404);
    }
  }

  @Test
  void a_port_that_is_taken_is_named() {
    try (var first = DarajaSimulator.start(SimulatorOptions.quick())) {
      var port = first.baseUrl().getPort();
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> DarajaSimulator.start(SimulatorOptions.quick().withPort(port)))
          .withMessageContaining("cannot listen on 127.0.0.1:" + port);
    }
  }

  @Test
  void it_can_listen_on_another_address() {
    try (var simulator = DarajaSimulator.start(SimulatorOptions.quick().withHost("127.0.0.2"))) {
      assertThat(simulator.baseUrl().getHost()).isEqualTo("127.0.0.2");
      assertThat(new Client(simulator).tokenAnswer().status()).isEqualTo(200);
    }
  }

  @Test
  void an_address_for_all_is_reached_by_loopback() {
    assertThat(DarajaSimulator.url(new InetSocketAddress("0.0.0.0", 9090)))
        .hasToString("http://127.0.0.1:9090");
    assertThat(DarajaSimulator.url(new InetSocketAddress("::1", 9090)))
        .hasToString("http://[0:0:0:0:0:0:0:1]:9090");
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("daraja-simulator-")
                    || thread.getName().startsWith("HTTP-Dispatcher")
                    || thread.getName().startsWith("server-timer")
                    || thread.getName().startsWith("Keep-Alive"))
        .collect(Collectors.toSet());
  }
}
