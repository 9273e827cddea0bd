package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.daraja.simulator.Customer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of pushes that Daraja turned away. */
class ThrottledJourneysTest {

  private static final Duration RETRY_WINDOW = Duration.ofSeconds(91);

  private static Rig rig;

  @BeforeAll
  static void open() {
    rig = Rig.start();
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"SPIKE_ARREST", "SPIKE_ARREST_FAULT", "BLOCKED"})
  void a_push_that_was_not_sent_is_sent_again(Customer customer) {
    var sale = rig.sale(customer);
    assertThat(sale.answer().status()).isEqualTo(202);
    assertThat(sale.answer().body().path("status").asString()).isEqualTo("pending");

    rig.passes(Duration.ofSeconds(3));

    sale.becomes("paid");
    assertThat(sale.pushes()).isEqualTo(2);
  }

  @Test
  void a_push_that_cannot_be_sent_for_too_long_has_failed() {
    var sale = rig.sale(Customer.QUOTA);

    rig.passes(RETRY_WINDOW);

    sale.isFailed("busy", "submission");
    assertThat(sale.payment().path("failure").path("code").asString()).isEqualTo("not_sent");
  }

  @Test
  void a_callback_drops_a_queued_push() {
    var sale = rig.sale(Customer.QUOTA);
    assertThat(Callback.to(sale.push()).send(Messages.success("ws_CO_1", 1500, "UKN1AAAAA1")))
        .isEqualTo(200);

    rig.passes(RETRY_WINDOW);
    var fence = rig.sale(Customer.SPIKE_ARREST);
    rig.passes(Duration.ofSeconds(3));
    fence.becomes("paid");

    assertThat(sale.text("status")).isEqualTo("paid");
    assertThat(sale.pushes()).isEqualTo(1);
  }
}
