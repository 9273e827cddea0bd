package io.hakika.adapter.daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A test is the customer. Nothing here happens by itself: customers would take an hour. */
class PhoneTest {

  private static final String NUMBER = "254712345678";
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final Shop shop = Shop.open();
  private final DarajaSimulator simulator =
      DarajaSimulator.start(
          SimulatorOptions.quick()
              .withDelays(
                  Delays.tiny().withDecision(AN_HOUR).withSilence(AN_HOUR).withLate(AN_HOUR)));
  private final Phone phone = simulator.phone(NUMBER);
  private final Client client = new Client(simulator);

  @AfterEach
  void close() {
    simulator.close();
    shop.close();
  }

  @Test
  void a_ringing_phone_pays_when_told() {
    client.push(NUMBER, shop.url());

    phone.pays();

    assertThat(resultCode()).isEqualTo("0");
    assertThat(simulator.ledger().charges().get(0).receipt())
        .isEqualTo(phone.awaitPrompt().receipt());
  }

  @Test
  void a_silent_phone_pays_when_told() {
    phone.staysSilent();
    client.push(NUMBER, shop.url());
    assertThat(phone.awaitPrompt().resultCode()).isNull();

    phone.pays();

    assertThat(resultCode()).isEqualTo("0");
  }

  @Test
  void every_answer_can_be_given_by_hand() {
    client.push(NUMBER, shop.url());
    phone.cancels();
    client.push(NUMBER, shop.url());
    phone.staysSilent();
    client.push(NUMBER, shop.url());
    phone.awaitPrompt(2).answerNow(Customer.NO_FUNDS);
    phone.awaitPrompt(3).answerNow(Customer.WRONG_PIN);

    assertThat(phone.prompts()).extracting(Prompt::resultCode).containsExactly("1032", "1", "2001");
    assertThat(simulator.ledger().awaitCallbacks(3)).hasSize(3);
    assertThat(simulator.ledger().charges()).isEmpty();
  }

  @Test
  void what_a_phone_was_told_last_holds() {
    phone.hasNoFunds().mistypesPin();
    client.push(NUMBER, shop.url());

    phone.mistypesPin();

    assertThat(resultCode()).isEqualTo("2001");
  }

  @RepeatedTest(20)
  void it_does_not_matter_whether_the_push_or_the_word_comes_first() throws Exception {
    var pushing = new Thread(() -> client.push(NUMBER, shop.url()));
    pushing.start();

    phone.behavesAs(Customer.SILENTLY_PAYS);
    pushing.join();
    phone.pays();

    assertThat(phone.awaitPrompt().resultCode()).isEqualTo("0");
    assertThat(simulator.ledger().charges()).hasSize(1);
  }

  @Test
  void one_phone_does_not_speak_for_another() {
    simulator.phone("254700000078").pays();

    client.push(NUMBER, shop.url());

    assertThat(phone.awaitPrompt().resultCode()).isNull();
  }

  @Test
  void a_decision_stands() {
    client.push(NUMBER, shop.url());
    phone.pays();

    phone.cancels();

    assertThat(phone.awaitPrompt().resultCode()).isEqualTo("0");
    assertThatIllegalStateException()
        .isThrownBy(() -> phone.awaitPrompt().answerNow(Customer.CANCELS))
        .withMessage("the customer has decided: 0");
  }

  @Test
  void a_late_callback_comes_when_it_is_released_and_only_then() {
    client.push(NUMBER, shop.url());
    phone.behavesAs(Customer.TOLD_LATE);
    var prompt = phone.awaitPrompt();
    assertThat(client.query(prompt.checkoutRequestId()).body()).contains("\"ResultCode\":\"0\"");
    assertThat(simulator.ledger().callbacks()).isEmpty();

    var callback = prompt.callBack();

    assertThat(callback.status()).isEqualTo(200);
    assertThat(callback.answer()).isEqualTo("{\"ResultCode\":0}");
    assertThat(shop.came().get(0).body()).isEqualTo(callback.body());
  }

  @Test
  void a_callback_that_was_released_does_not_come_late_as_well() {
    try (var quick = DarajaSimulator.start(SimulatorOptions.quick())) {
      new Client(quick).push(Customer.NEVER_DECIDES.number(1), shop.url());
      var released = quick.phone(Customer.NEVER_DECIDES.number(1)).behavesAs(Customer.TOLD_LATE);
      released.awaitPrompt().callBack();
      // Decided later and as late: when it is told, the other's time has come and gone.
      new Client(quick).push(Customer.TOLD_LATE.number(1), shop.url());

      quick.ledger().awaitCallbacks(2);
      assertThat(shop.came()).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void who_is_told_to_stay_silent_in_time_stays_silent() {
    var soon = Delays.tiny().withDecision(Duration.ofMillis(300));
    try (var quick = DarajaSimulator.start(SimulatorOptions.quick().withDelays(soon))) {
      new Client(quick).push(NUMBER, shop.url());
      var prompt = quick.phone(NUMBER).staysSilent().awaitPrompt();
      assumeTrue(prompt.resultCode() == null, "this machine was too slow to be in time");
      new Client(quick).push("254712345679", shop.url());

      quick.ledger().awaitCallbacks(1);
      assertThat(prompt.resultCode()).isNull();
    }
  }

  @Test
  void a_callback_can_be_sent_again_and_with_any_words() {
    client.push(NUMBER, shop.url());
    phone.pays();
    simulator.ledger().awaitCallbacks(1);

    phone.awaitPrompt().callBack();
    phone.awaitPrompt().callBackWith("{}");

    assertThat(shop.came()).extracting(Shop.Came::body).hasSize(3).endsWith("{}");
    assertThat(shop.came().get(1)).isEqualTo(shop.came().get(0));
  }

  @Test
  void nothing_can_be_called_back_before_a_decision() {
    client.push(NUMBER, shop.url());

    assertThatIllegalStateException().isThrownBy(() -> phone.awaitPrompt().callBack());
  }

  @Test
  void waiting_for_a_prompt_is_bounded() {
    try (var impatient =
        DarajaSimulator.start(SimulatorOptions.quick().withPatience(Duration.ofMillis(50)))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> impatient.phone(NUMBER).awaitPrompt())
          .withMessage("the phone rang 0 of 1 times within PT0.05S");
    }
  }

  @Test
  void a_number_is_twelve_digits_and_is_not_shown() {
    assertThat(phone).hasToString("2547•••••678");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulator.phone("0712345678"))
        .withMessageNotContaining("0712345678");
  }

  private String resultCode() {
    simulator.ledger().awaitCallbacks(1);
    return shop.came().get(0).callback().path("ResultCode").asString();
  }
}
