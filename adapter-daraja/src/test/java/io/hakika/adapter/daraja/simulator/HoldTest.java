package io.hakika.adapter.daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests wait for a test, which answers them when and as it wants. */
class HoldTest {

  private static final String NUMBER = "254712345678";

  private final Shop shop = Shop.open();
  private final DarajaSimulator simulator = DarajaSimulator.start(SimulatorOptions.quick());
  private final Client client = new Client(simulator);

  /** The common pool may have one thread, which the first held request would keep. */
  private final ExecutorService requests = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    requests.shutdown();
    simulator.close();
    shop.close();
  }

  @Test
  void a_held_push_is_in_the_books_and_unanswered() {
    try (var hold = simulator.holdPushes()) {
      var answer = push();

      var held = hold.await();

      assertThat(held.request().phone()).isEqualTo(NUMBER);
      assertThat(simulator.ledger().pushes()).hasSize(1);
      assertThat(simulator.ledger().prompts()).isEmpty();
      assertThat(answer).isNotDone();
    }
  }

  @Test
  void a_held_push_is_accepted_when_wanted() throws Exception {
    try (var hold = simulator.holdPushes()) {
      var answer = push();

      var prompt = hold.await().accept();

      assertThat(got(answer).body()).contains(prompt.checkoutRequestId());
      assertThat(simulator.ledger().awaitCallbacks(1)).hasSize(1);
    }
  }

  @Test
  void the_callback_can_be_there_before_the_answer() throws Exception {
    simulator.phone(NUMBER).staysSilent();
    try (var hold = simulator.holdPushes()) {
      var answer = push();
      var held = hold.await();

      var prompt = held.ring();
      prompt.answerNow(Customer.PAYS);
      simulator.ledger().awaitCallbacks(1);
      assertThat(answer).isNotDone();
      held.accept();

      assertThat(got(answer).body()).contains(prompt.checkoutRequestId());
      assertThat(simulator.ledger().prompts()).hasSize(1);
    }
  }

  @Test
  void a_held_push_can_be_refused_and_nothing_rings() throws Exception {
    try (var hold = simulator.holdPushes()) {
      var answer = push();

      hold.await().answer(Answer.error(500, "500.001.1001", "Wrong credentials"));

      assertThat(got(answer).status()).isEqualTo(500);
      assertThat(simulator.ledger().prompts()).isEmpty();
    }
  }

  @Test
  void a_phone_can_ring_although_the_answer_is_lost() throws Exception {
    try (var hold = simulator.holdPushes()) {
      var answer = push();
      var held = hold.await();

      held.ring();
      held.answer(Answer.lost());

      assertThat(got(answer).status()).isZero();
      assertThat(simulator.ledger().awaitCallbacks(1)).hasSize(1);
    }
  }

  @Test
  void a_push_is_answered_once() throws Exception {
    try (var hold = simulator.holdPushes()) {
      var answer = push();
      var held = hold.await();
      held.release();
      got(answer);

      assertThatIllegalStateException().isThrownBy(held::release);
      assertThatIllegalStateException().isThrownBy(held::accept);
      assertThatIllegalStateException().isThrownBy(held::ring);
      assertThatIllegalStateException().isThrownBy(() -> held.answer(Answer.lost()));
    }
    assertThat(simulator.ledger().answers()).hasSize(1);
  }

  @Test
  void closing_a_hold_answers_who_waits_and_holds_nobody_more() throws Exception {
    var hold = simulator.holdPushes();
    var waiting = push();
    hold.await();

    hold.close();

    assertThat(got(waiting).status()).isEqualTo(200);
    assertThat(got(push()).status()).isEqualTo(200);
    simulator.holdPushes().close();
  }

  @Test
  void pushes_are_held_in_the_order_of_their_arrival() throws Exception {
    try (var hold = simulator.holdPushes()) {
      var one = push();
      var first = hold.await();
      var two = push();
      var second = hold.await();

      second.answer(Answer.json(200, "\"second\""));
      first.answer(Answer.json(200, "\"first\""));

      assertThat(got(one).body()).isEqualTo("\"first\"");
      assertThat(got(two).body()).isEqualTo("\"second\"");
    }
  }

  @Test
  void a_kind_of_request_is_held_once() {
    var pushes = simulator.holdPushes();

    assertThatIllegalStateException().isThrownBy(simulator::holdPushes);
    simulator.holdQueries().close();
    pushes.close();
    simulator.holdPushes().close();
  }

  @Test
  void waiting_for_a_request_is_bounded() {
    try (var impatient =
            DarajaSimulator.start(SimulatorOptions.quick().withPatience(Duration.ofMillis(50)));
        var hold = impatient.holdQueries()) {
      assertThatIllegalStateException()
          .isThrownBy(hold::await)
          .withMessage("nothing to hold came within PT0.05S");
    }
  }

  @Test
  void a_held_query_tells_what_is_true_when_it_is_released() throws Exception {
    var phone = simulator.phone(NUMBER).staysSilent();
    client.push(NUMBER, shop.url());
    try (var hold = simulator.holdQueries()) {
      var answer = query(phone.awaitPrompt().checkoutRequestId());
      var held = hold.await();

      phone.cancels();
      held.release();

      assertThat(held.checkoutRequestId()).isEqualTo(phone.awaitPrompt().checkoutRequestId());
      assertThat(got(answer).body()).contains("\"ResultCode\":\"1032\"");
      assertThatIllegalStateException().isThrownBy(held::release);
    }
  }

  @Test
  void a_held_query_can_be_answered_otherwise() throws Exception {
    try (var hold = simulator.holdQueries()) {
      var answer = query("ws_CO_1");

      hold.await().answer(Answer.blocked(503).withHeader("Retry-After", "7"));

      assertThat(got(answer).status()).isEqualTo(503);
      assertThat(got(answer).headers()).containsIgnoringCase("retry-after: 7");
    }
  }

  @Test
  void scripted_answers_are_used_up_in_order_before_any_hold() throws Exception {
    simulator.nextToken(Answer.blocked(403));
    simulator.nextPush(Answer.json(200, "\"one\""));
    simulator.nextPushRingsBut(Answer.json(200, "\"two\""));
    simulator.nextQuery(Answer.json(200, "\"three\""));
    simulator.nextCallback("four");
    try (var pushes = simulator.holdPushes();
        var queries = simulator.holdQueries()) {
      assertThat(client.tokenAnswer().status()).isEqualTo(403);
      assertThat(client.push(NUMBER, shop.url()).body()).isEqualTo("\"one\"");
      assertThat(simulator.ledger().prompts()).isEmpty();
      assertThat(client.push(NUMBER, shop.url()).body()).isEqualTo("\"two\"");
      assertThat(client.query("ws_CO_1").body()).isEqualTo("\"three\"");
      assertThat(simulator.ledger().awaitCallbacks(1).get(0).body()).isEqualTo("four");
      assertThat(simulator.ledger().prompts()).hasSize(1);
      var held = push();
      pushes.await().release();
      assertThat(got(held).body()).contains("accepted");
      var asked = query("ws_CO_1");
      queries.await().release();
      assertThat(got(asked).status()).isEqualTo(500);
    }
  }

  private CompletableFuture<RawHttp.Response> push() {
    return CompletableFuture.supplyAsync(() -> client.push(NUMBER, shop.url()), requests);
  }

  private CompletableFuture<RawHttp.Response> query(String id) {
    return CompletableFuture.supplyAsync(() -> client.query(id), requests);
  }

  private static RawHttp.Response got(CompletableFuture<RawHttp.Response> answer) throws Exception {
    return answer.get(10, TimeUnit.SECONDS);
  }
}
