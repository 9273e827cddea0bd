package io.hakika.adapter.daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When callbacks leave, where they may go, and what is written of their answers. */
class CallbackTest {

  private static final String NUMBER = "254712345678";

  private DarajaSimulator simulator = DarajaSimulator.start(SimulatorOptions.quick());

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void an_early_callback_is_answered_before_the_push_is() throws Exception {
    var mayAnswer = new CountDownLatch(1);
    try (var shop = Shop.answering(callback -> whenever(mayAnswer))) {
      var answer =
          CompletableFuture.supplyAsync(
              () -> new Client(simulator).push(Customer.TOLD_EARLY.number(1), shop.url()));
      simulator.phone(Customer.TOLD_EARLY.number(1)).awaitPrompt();
      assertThat(answer).isNotDone();

      mayAnswer.countDown();

      assertThat(answer.get(10, TimeUnit.SECONDS).body()).contains("accepted");
      assertThat(kinds()).endsWith("Pushed", "Rang", "Charged", "CalledBack", "Answered");
    }
  }

  @Test
  void otherwise_the_push_is_answered_first() {
    try (var shop = Shop.open()) {
      new Client(simulator).push(NUMBER, shop.url());

      simulator.ledger().awaitCallbacks(1);
      assertThat(kinds()).endsWith("Pushed", "Rang", "Answered", "Charged", "CalledBack");
    }
  }

  @Test
  void a_second_callback_waits_for_the_answer_to_the_first() {
    try (var shop = Shop.open()) {
      new Client(simulator).push(Customer.FAILED_THEN_PAID.number(1), shop.url());

      simulator.ledger().awaitCallbacks(2);
      assertThat(shop.came())
          .extracting(came -> came.callback().path("ResultCode").asString())
          .containsExactly("1032", "0");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 302, 400, 401, 404, 500, 503})
  void a_callback_is_sent_once_whatever_is_answered(int status) {
    try (var shop = Shop.answering(callback -> status)) {
      new Client(simulator).push(NUMBER, shop.url());

      var sent = simulator.ledger().awaitCallbacks(1).get(0);
      simulator.close();
      assertThat(sent.status()).isEqualTo(status);
      assertThat(sent.delivered()).isEqualTo(status < 300);
      assertThat(sent.answer()).isEqualTo("{\"ResultCode\":0}");
      assertThat(shop.came()).hasSize(1);
    }
  }

  @Test
  void callbacks_can_be_sent_again_until_they_are_taken() {
    restarted(SimulatorOptions.quick().withQuirks(Quirk.CALLBACKS_RETRIED));
    var answers = List.of(500, 200).iterator();
    try (var shop = Shop.answering(callback -> answers.next())) {
      new Client(simulator).push(NUMBER, shop.url());

      assertThat(simulator.ledger().awaitCallbacks(2))
          .extracting(Ledger.CalledBack::status)
          .containsExactly(500, 200);
      assertThat(shop.came().get(1)).isEqualTo(shop.came().get(0));
    }
  }

  @Test
  void callbacks_are_given_up_after_three_tries() {
    restarted(
        SimulatorOptions.quick()
            .withQuirks(Quirk.CALLBACKS_RETRIED)
            .withDelays(Delays.tiny().withDecision(Duration.ZERO)));
    try (var shop = Shop.answering(callback -> 503)) {
      new Client(simulator).push(NUMBER, shop.url());

      simulator.ledger().awaitCallbacks(3);
      simulator.close();
      assertThat(shop.came()).hasSize(3);
    }
  }

  @Test
  void a_receiver_that_is_away_is_in_the_books() throws IOException {
    new Client(simulator).push(NUMBER, nobody());

    var sent = simulator.ledger().awaitCallbacks(1).get(0);
    assertThat(sent.status()).isZero();
    assertThat(sent.delivered()).isFalse();
    assertThat(sent.answer()).contains("ConnectException");
    assertThat(sent).asString().contains(": not delivered, java.net.ConnectException");
  }

  @Test
  void a_receiver_that_closes_without_an_answer_is_in_the_books() throws Exception {
    try (var rude = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      var url = URI.create("http://127.0.0.1:" + rude.getLocalPort() + "/");
      new Client(simulator).push(NUMBER, url);
      rude.accept().close();

      assertThat(simulator.ledger().awaitCallbacks(1).get(0).status()).isZero();
    }
  }

  @Test
  void a_name_that_nobody_has_is_accepted_and_never_reached() {
    // No name has a part this long, so nobody is asked for it.
    var url = URI.create("https://" + "x".repeat(64) + "/callbacks");

    assertThat(new Client(simulator).push(NUMBER, url).status()).isEqualTo(200);
    assertThat(simulator.ledger().awaitCallbacks(1).get(0).answer())
        .contains("UnknownHostException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://8.8.8.8/",
        "http://[2001:4860:4860::8888]/",
        "http://169.254.169.254/latest",
        "http://[fe80::1]/",
        "http://0.0.0.0/",
        "http://224.0.0.1/"
      })
  void strangers_are_not_called(String url) {
    assertThat(new Client(simulator).push(NUMBER, URI.create(url)).status()).isEqualTo(200);

    assertThat(simulator.ledger().awaitCallbacks(1).get(0).answer())
        .startsWith("the simulator ")
        .contains("call");
  }

  static Stream<Arguments> neighbours() {
    return Stream.of(
        arguments("127.0.0.1", true, true),
        arguments("::1", true, true),
        arguments("10.1.2.3", true, true),
        arguments("172.16.0.1", true, true),
        arguments("192.168.1.1", true, true),
        arguments("fd00::1", true, true),
        arguments("172.32.0.1", false, true),
        arguments("8.8.8.8", false, true),
        arguments("2001:db8::1", false, true),
        arguments("0.0.0.0", false, true),
        arguments("169.254.169.254", false, false),
        arguments("fe80::1", false, false),
        arguments("ff02::1", false, false));
  }

  @ParameterizedTest
  @MethodSource("neighbours")
  void an_address_is_near_or_far_or_out_of_reach(String address, boolean near, boolean reachable)
      throws IOException {
    var addresses = InetAddress.getAllByName(address);

    assertThat(Neighbourhood.refusal(addresses, "shop", Reach.NEARBY) == null).isEqualTo(near);
    assertThat(Neighbourhood.refusal(addresses, "shop", Reach.ANYWHERE) == null)
        .isEqualTo(reachable);
  }

  @Test
  void one_stranger_among_a_names_addresses_is_enough_to_refuse_it() throws IOException {
    var addresses =
        new InetAddress[] {InetAddress.getByName("127.0.0.1"), InetAddress.getByName("8.8.8.8")};

    assertThat(Neighbourhood.refusal(addresses, "shop", Reach.NEARBY)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "safaricom.co.ke",
        "api.safaricom.co.ke",
        "API.Safaricom.CO.KE",
        "a.safaricom.com"
      })
  void safaricom_is_never_called(String host) throws IOException {
    var loopback = new InetAddress[] {InetAddress.getLoopbackAddress()};

    assertThat(Neighbourhood.refusal(loopback, host, Reach.ANYWHERE))
        .isEqualTo("the simulator does not call Safaricom");
    assertThat(Neighbourhood.refusal(loopback, "not" + host + ".example", Reach.ANYWHERE)).isNull();
  }

  private void restarted(SimulatorOptions options) {
    simulator.close();
    simulator = DarajaSimulator.start(options);
  }

  private List<String> kinds() {
    return simulator.ledger().entries().stream()
        .map(entry -> entry.getClass().getSimpleName())
        .toList();
  }

  private static URI nobody() throws IOException {
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/");
    }
  }

  private static int whenever(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS) ? 200 : 500;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
