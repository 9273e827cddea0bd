package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.hakika.adapter.daraja.simulator.Customer;
import io.hakika.adapter.daraja.simulator.DarajaSimulator;
import io.hakika.adapter.daraja.simulator.Quirk;
import io.hakika.adapter.daraja.simulator.SimulatorOptions;
import io.hakika.domain.QueryClass;
import io.hakika.domain.StkCallback;
import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.Shillings;
import io.hakika.domain.value.TransactionDesc;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A payment over the wire alone, with Daraja behaving in each way that somebody has seen. */
class UnsettledFactsTest {

  private final BlockingQueue<byte[]> callbacks = new LinkedBlockingQueue<>();
  private HttpServer shop;

  @BeforeEach
  void open() throws IOException {
    shop = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    shop.createContext(
        "/callbacks/stk/",
        exchange -> {
          callbacks.add(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    shop.start();
  }

  @AfterEach
  void shut() {
    shop.stop(0);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STRICT_CALLBACK_URLS")
  void a_payment_is_read_alike(Quirk quirk) throws InterruptedException {
    try (var daraja = DarajaSimulator.start(SimulatorOptions.quick().withQuirks(quirk));
        var client = client(daraja)) {
      var accepted = (PushResult.Accepted) client.stkPush(pushTo(Customer.PAYS, callbackUrl()));

      var callback = nextCallback();
      var queried = client.stkQuery(accepted.checkoutRequestId());

      assertThat(callback.checkoutRequestId()).isEqualTo(accepted.checkoutRequestId());
      assertThat(callback.merchantRequestId()).isEqualTo(accepted.merchantRequestId());
      assertThat(callback.outcome()).isEqualTo(StkCallback.Outcome.SUCCESS);
      assertThat(callback.amount()).isNotNull();
      assertThat(callback.amount().is(new Shillings(1500))).isTrue();
      assertThat(callback.receipt()).isNotNull();
      assertThat(callback.transactionDate()).isNotNull();
      assertThat(((QueryResult.Told) queried).code().says()).isEqualTo(QueryClass.SUCCESS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING_AS_ERROR", "PENDING_AS_EMPTY_ERROR", "EXPIRES_IN_AS_TEXT"})
  void a_push_without_an_outcome_says_nothing(Quirk quirk) {
    try (var daraja = DarajaSimulator.start(SimulatorOptions.quick().withQuirks(quirk));
        var client = client(daraja)) {
      var accepted =
          (PushResult.Accepted) client.stkPush(pushTo(Customer.NEVER_DECIDES, callbackUrl()));

      var answer = Answers.of(client.stkQuery(accepted.checkoutRequestId())).answer();

      assertThat(answer.says()).isEqualTo(QueryClass.NO_INFORMATION);
      assertThat(answer.answered()).isTrue();
    }
  }

  @Test
  void our_callback_addresses_pass_the_strictest_rules() {
    var strict = SimulatorOptions.quick().withQuirks(Quirk.STRICT_CALLBACK_URLS);
    try (var daraja = DarajaSimulator.start(strict);
        var client = client(daraja)) {
      var ours =
          CallbackUrls.under(URI.create("https://shop.example/pay"))
              .of(new CallbackToken("0123456789abcdef".repeat(3)));

      assertThat(client.stkPush(pushTo(Customer.NEVER_DECIDES, ours)))
          .isInstanceOf(PushResult.Accepted.class);
      assertThat(client.stkPush(pushTo(Customer.NEVER_DECIDES, callbackUrl())))
          .isInstanceOf(PushResult.Refused.class);
    }
  }

  @Test
  void a_token_that_another_process_invalidated_is_replaced() {
    var options = SimulatorOptions.quick().withQuirks(Quirk.ONE_TOKEN_AT_A_TIME);
    try (var daraja = DarajaSimulator.start(options);
        var ours = client(daraja);
        var theirs = client(daraja)) {
      for (var i = 0; i < 3; i++) {
        assertThat(ours.stkPush(pushTo(Customer.NEVER_DECIDES, callbackUrl())))
            .isInstanceOf(PushResult.Accepted.class);
        assertThat(theirs.stkPush(pushTo(Customer.NEVER_DECIDES, callbackUrl())))
            .isInstanceOf(PushResult.Accepted.class);
      }
      assertThat(daraja.ledger().prompts()).hasSize(6);
    }
  }

  private StkCallback nextCallback() throws InterruptedException {
    var body = callbacks.poll(Given.PATIENT.toSeconds(), TimeUnit.SECONDS);
    assertThat(body).isNotNull();
    return ((ParsedCallback.Read) DarajaClient.parseCallback(body)).callback();
  }

  private URI callbackUrl() {
    return URI.create("http://127.0.0.1:" + shop.getAddress().getPort() + "/callbacks/stk/abcdef");
  }

  private static StkPush pushTo(Customer customer, URI callbackUrl) {
    return new StkPush(
        Msisdn.parse(customer.number(1)),
        new Shillings(1500),
        new AccountReference("ORD-1001"),
        TransactionDesc.DEFAULT,
        callbackUrl);
  }

  private static DarajaClient client(DarajaSimulator daraja) {
    var merchant = daraja.merchant();
    var credentials =
        DarajaCredentials.paybill(
            merchant.consumerKey(),
            merchant.consumerSecret(),
            merchant.shortCode(),
            merchant.passKey());
    var config =
        DarajaConfig.sandbox(credentials).withBaseUrl(daraja.baseUrl()).withTimeout(Given.PATIENT);
    return DarajaClient.of(config, Clock.systemUTC());
  }
}
