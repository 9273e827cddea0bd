package io.hakika.adapter.daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The books: the same for the same seed, bounded, complete, and silent about phones and tokens. */
class LedgerTest {

  private static final Clock FIXED =
      Clock.fixed(Instant.parse("2026-11-24T07:11:12.345Z"), ZoneOffset.UTC);
  private static final SimulatorOptions OPTIONS = SimulatorOptions.quick().withClock(FIXED);

  @Test
  void the_same_seed_and_the_same_requests_give_the_same_books() {
    try (var shop = Shop.open()) {
      var once = dayOf(shop, OPTIONS.withSeed(7));
      var again = dayOf(shop, OPTIONS.withSeed(7));

      assertThat(again).isEqualTo(once).hasSizeGreaterThan(40);
    }
  }

  @Test
  void another_seed_gives_other_receipts() {
    try (var shop = Shop.open()) {
      assertThat(dayOf(shop, OPTIONS.withSeed(8))).isNotEqualTo(dayOf(shop, OPTIONS.withSeed(7)));
    }
  }

  @Test
  void many_pushes_at_once_have_ids_and_receipts_of_their_own() throws Exception {
    var pushes = 300;
    try (var shop = Shop.open();
        var simulator = DarajaSimulator.start(OPTIONS)) {
      var threads = Executors.newFixedThreadPool(16);
      for (var i = 0; i < pushes; i++) {
        var phone = Customer.PAYS.number(i % 3);
        threads.execute(() -> new Client(simulator).push(phone, shop.url()));
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

      var ledger = simulator.ledger();
      assertThat(ledger.awaitCallbacks(pushes)).allMatch(Ledger.CalledBack::delivered);
      assertThat(ledger.charges()).hasSize(pushes);
      assertThat(ledger.charges()).extracting(Ledger.Charged::receipt).doesNotHaveDuplicates();
      assertThat(ledger.prompts())
          .extracting(Ledger.Rang::checkoutRequestId)
          .hasSize(pushes)
          .doesNotHaveDuplicates();
      assertThat(shop.came()).hasSize(pushes);
      assertThat(ledger.dropped()).isZero();
    }
  }

  @Test
  void the_newest_entries_are_kept_and_the_dropped_ones_counted() {
    try (var shop = Shop.open();
        var simulator = DarajaSimulator.start(OPTIONS.withRetained(3))) {
      new Client(simulator).push("254712345678", shop.url());
      simulator.ledger().awaitCallbacks(1);

      assertThat(simulator.ledger().entries())
          .extracting(entry -> entry.getClass().getSimpleName())
          .containsExactly("Answered", "Charged", "CalledBack");
      assertThat(simulator.ledger().dropped()).isEqualTo(3);
    }
  }

  @Test
  void the_oldest_prompts_are_forgotten() {
    try (var simulator = DarajaSimulator.start(OPTIONS.withRetained(2))) {
      var client = new Client(simulator);
      var nowhere = URI.create("http://[::1]:9/");
      client.push("254700000078", nowhere);
      var oldest = simulator.phone("254700000078").awaitPrompt().checkoutRequestId();
      client.push("254700000178", nowhere);
      client.push("254700000278", nowhere);

      assertThat(simulator.phone("254700000078").prompts()).isEmpty();
      assertThat(client.query(oldest).body()).contains("does not Exist");
      assertThat(simulator.phone("254700000278").prompts()).hasSize(1);
    }
  }

  @Test
  void a_listener_is_told_every_entry_in_order() {
    var told = new CopyOnWriteArrayList<Ledger.Entry>();
    try (var shop = Shop.open();
        var simulator = DarajaSimulator.start(OPTIONS.withListener(told::add))) {
      new Client(simulator).push("254712345678", shop.url());
      simulator.ledger().awaitCallbacks(1);

      assertThat(told).containsExactlyElementsOf(simulator.ledger().entries());
    }
  }

  @Test
  void waiting_is_bounded_and_says_what_was_missing() {
    try (var simulator = DarajaSimulator.start(OPTIONS.withPatience(Duration.ofMillis(50)))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> simulator.ledger().awaitCallbacks(2))
          .withMessage("0 of 2 CalledBack within PT0.05S");
    }
  }

  @Test
  void a_phone_that_is_the_account_reference_is_masked_too() {
    var callbackUrl = URI.create("https://shop.example/callback");
    for (var phone : List.of("254712345678", "0712345678", "A-254112345678")) {
      var push =
          new PushRequest(
              "174379",
              "PAYBILL",
              1,
              "254700000000",
              "174379",
              "254700000000",
              callbackUrl,
              phone,
              "");

      assertThat(push.toString()).contains(" for ", "•••••678").doesNotContain("12345678");
    }
  }

  @Test
  void no_entry_shows_a_phone_a_token_a_secret_or_a_callback_address() {
    try (var shop = Shop.open();
        var simulator = DarajaSimulator.start(OPTIONS)) {
      var client = new Client(simulator);
      var token = client.token();
      client.post(Client.PUSH, token, client.pushBody("254712345678", shop.url()));
      var prompt = simulator.phone("254712345678").awaitPrompt();
      simulator.ledger().awaitCallbacks(1);
      client.query(prompt.checkoutRequestId());

      var shown = simulator.ledger().entries().toString() + prompt + prompt.request();
      assertThat(shown)
          .contains("2547•••••678", "ws_CO_24112026101112345•••••••••")
          .doesNotContain("12345678", token, "simulator-secret", "passkey", "/callbacks");
    }
  }

  /** A day with a customer of each kind that needs no second try, one after the other. */
  private static List<Ledger.Entry> dayOf(Shop shop, SimulatorOptions options) {
    try (var simulator = DarajaSimulator.start(options)) {
      var client = new Client(simulator);
      var told =
          List.of(
              Customer.PAYS,
              Customer.CANCELS,
              Customer.TOLD_TWICE,
              Customer.PAYS_TWICE,
              Customer.TOLD_EARLY,
              Customer.TAKEN_RECEIPT,
              Customer.ANSWER_LOST);
      var callbacks = 0;
      for (var customer : told) {
        client.push(customer.number(1), shop.url());
        callbacks += customer.story().telling().forms().size();
        simulator.ledger().awaitCallbacks(callbacks);
        client.query(simulator.phone(customer.number(1)).awaitPrompt().checkoutRequestId());
      }
      client.push(Customer.QUOTA.number(1), shop.url());
      return simulator.ledger().entries();
    }
  }
}
