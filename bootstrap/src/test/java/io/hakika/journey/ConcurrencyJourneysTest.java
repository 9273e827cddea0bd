package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.daraja.simulator.Customer;
import io.hakika.bootstrap.client.ApiClient.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many at once, of what may happen once. */
class ConcurrencyJourneysTest {

  private static final int MANY = 20;

  private static Rig rig;

  @BeforeAll
  static void open() {
    rig = Rig.with(Map.of("HAKIKA_PROMPT_WINDOW", "PT0S"));
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void sixty_copies_of_one_callback_make_one_change() {
    var sale = rig.sale(Customer.NEVER_DECIDES);
    var body = Messages.success(sale.prompt().checkoutRequestId(), 1500, "UKN60COPIES");
    var callback = Callback.to(sale.push());

    var answers =
        IntStream.range(0, 60).mapToObj(copy -> callback.sendSoon(body)).toList().stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnly(200);
    assertThat(sale.changes()).isEqualTo(2);
    assertThat(sale.verdicts()).hasSize(60).containsOnlyOnce("applied");
    assertThat(sale.payment().path("lastCallback").path("count").asInt()).isEqualTo(60);
    assertThat(sale.payment().path("version").asInt()).isEqualTo(3);
  }

  @Test
  void twenty_contradicting_callbacks_leave_one_status_and_lose_none() {
    var sale = rig.sale(Customer.NEVER_DECIDES);
    var id = sale.prompt().checkoutRequestId();
    var callback = Callback.to(sale.push());

    var answers =
        IntStream.range(0, MANY)
            .mapToObj(n -> n % 2 == 0 ? said(id) : Messages.callback(id, 1032))
            .map(callback::sendSoon)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnly(200);
    assertThat(sale.verdicts()).hasSize(MANY);
    assertThat(sale.text("status")).isIn("paid", "needs_review");
    assertThat(sale.text("mpesaReceiptNumber")).isEqualTo("UKN20BOTH01");
  }

  @Test
  void twenty_checkouts_of_one_order_prompt_once() throws Exception {
    var replies =
        atOnce(n -> rig.post(Rig.request("one-order", Customer.NEVER_DECIDES.number(9100 + n))));

    assertThat(replies).filteredOn(Reply::ok).hasSize(1);
    assertThat(replies)
        .filteredOn(reply -> !reply.ok())
        .allMatch(reply -> reply.status() == 409)
        .allMatch(reply -> reply.body().path("code").asString().equals("order_in_progress"));
    assertThat(rig.daraja().ledger().pushesOf("one-order")).hasSize(1);
  }

  @Test
  void twenty_copies_of_one_request_under_one_key_are_one_payment() throws Exception {
    var request = Rig.request("one-key", Customer.NEVER_DECIDES.number(9200));

    var replies = atOnce(n -> rig.shop().post("/v1/payments", request, "the-key"));

    assertThat(replies).allMatch(Reply::ok);
    assertThat(replies)
        .extracting(reply -> reply.body().path("id").asString())
        .containsOnly(replies.get(0).body().path("id").asString());
    assertThat(rig.daraja().ledger().pushesOf("one-key")).hasSize(1);
  }

  @Test
  void a_key_is_not_taken_for_another_request() {
    rig.shop().post("/v1/payments", Rig.request("key-a", Customer.PAYS.number(9300)), "key-7");

    var reply =
        rig.shop().post("/v1/payments", Rig.request("key-b", Customer.PAYS.number(9300)), "key-7");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(rig.daraja().ledger().pushesOf("key-b")).isEmpty();
  }

  @Test
  void twenty_checkouts_of_different_orders_all_go_through() throws Exception {
    var replies = atOnce(n -> rig.post(Rig.request("many-" + n, Customer.PAYS.number(9400 + n))));

    assertThat(replies).allMatch(Reply::ok);
    replies.forEach(reply -> new Sale(rig, reply).becomes("paid"));
  }

  private static String said(String id) {
    return Messages.success(id, 1500, "UKN20BOTH01");
  }

  /** Runs twenty of them at the same moment. */
  private static List<Reply> atOnce(Checkout checkout) throws Exception {
    var start = new CyclicBarrier(MANY);
    var threads = Executors.newFixedThreadPool(MANY);
    try {
      var tasks =
          IntStream.range(0, MANY)
              .<Callable<Reply>>mapToObj(
                  n ->
                      () -> {
                        start.await();
                        return checkout.start(n);
                      })
              .toList();
      return threads.invokeAll(tasks).stream().map(ConcurrencyJourneysTest::got).toList();
    } finally {
      threads.shutdown();
    }
  }

  private static Reply got(Future<Reply> future) {
    try {
      return future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Checkout {
    Reply start(int number);
  }
}
