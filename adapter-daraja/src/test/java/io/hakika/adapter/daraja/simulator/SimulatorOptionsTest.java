package io.hakika.adapter.daraja.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a simulator refuses to be: out of bounds, or anything that looks like production. */
class SimulatorOptionsTest {

  private static final SimulatorOptions OPTIONS = SimulatorOptions.quick();

  @ParameterizedTest
  @ValueSource(strings = {"api.safaricom.co.ke", "SANDBOX.safaricom.co.ke", "safaricom.co.ke"})
  void it_does_not_stand_in_for_safaricom(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPTIONS.withHost(host))
        .withMessageContaining("refuses to stand in for production");
  }

  @ParameterizedTest
  @ValueSource(strings = {"522522", "601000", "17437", "1743790"})
  void a_short_code_that_may_be_live_is_refused(String shortCode) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Merchant("key", "secret", shortCode, "passkey", "600100"))
        .withMessageContaining("the simulator refuses production");
  }

  @Test
  void a_passkey_that_looks_real_is_refused_and_not_repeated() {
    var passKey = "0123456789abcdef".repeat(4);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Merchant("key", "secret", "600000", passKey, "600100"))
        .withMessageContaining("the simulator refuses production")
        .withMessageNotContaining("0123");
  }

  @Test
  void a_merchant_shows_its_short_code_alone() {
    assertThat(Merchant.standard()).hasToString("Merchant[174379]");
    assertThat(OPTIONS.toString()).doesNotContain("simulator-key", "secret", "passkey");
  }

  @Test
  void merchants_are_told_apart() {
    var one = Merchant.standard();
    var sameKey = new Merchant(one.consumerKey(), "other", "600000", "other", "600100");
    var sameCode = new Merchant("other", "other", one.shortCode(), "other", "600100");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPTIONS.withMerchants(one, sameKey))
        .withMessageContaining("consumerKey");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPTIONS.withMerchants(one, sameCode))
        .withMessageContaining("shortCode");
    assertThatIllegalArgumentException()
        .isThrownBy(OPTIONS::withMerchants)
        .withMessageContaining("at least one");
  }

  @Test
  void every_bound_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPTIONS.withPort(65_536))
        .withMessageContaining("port");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPTIONS.withHost(" "))
        .withMessageContaining("host");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPTIONS.withRetained(0))
        .withMessageContaining("retained");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPTIONS.withPatience(Duration.ZERO))
        .withMessageContaining("patience");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Delays.tiny().withLate(Duration.ofMillis(-1)))
        .withMessageContaining("late");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Delays.tiny().withSlow(Duration.ofDays(2)))
        .withMessageContaining("slow");
  }

  @Test
  void the_world_can_run_faster() {
    assertThat(Delays.human().faster(100).decision()).isEqualTo(Duration.ofMillis(50));
    assertThat(Delays.human().faster(100).stall()).isEqualTo(Duration.ofMillis(600));
  }

  @Test
  void customers_are_found_by_the_last_two_digits_of_any_number() {
    for (var customer : Customer.values()) {
      assertThat(Customer.of(customer.number(123_456))).isEqualTo(customer);
      assertThat(customer.number(0)).matches("2547[0-9]{8}").endsWith(customer.digits());
    }
    assertThat(Customer.of("254712345678")).isEqualTo(Customer.PAYS);
    assertThat(Customer.of("254712345699")).isEqualTo(Customer.PAYS);
  }
}
