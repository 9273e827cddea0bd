package io.hakika.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountReferenceTest {

  private static final Random RANDOM = new Random(7);
  private static final PaymentId PAYMENT = payment();

  @ParameterizedTest
  @ValueSource(strings = {"ORD-1001", "1", "abcdefghijkl", "-", "A-B-C-D-E-F"})
  void an_order_id_that_fits_is_the_reference(String id) {
    assertThat(AccountReference.forOrder(new OrderId(id), PAYMENT).value()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER-2026-0001, ORDER2-",
    "abcdefghijklm, abcdef-",
    "ORD 1, ORD1-",
    "#42/7, 427-",
    "a_b_c_d_e_f_g_h, abcdef-",
    "'***', -"
  })
  void another_becomes_six_of_its_letters_and_digits_and_five_of_a_hash(String id, String start) {
    var reference = AccountReference.forOrder(new OrderId(id), PAYMENT).value();

    assertThat(reference).startsWith(start).hasSize(start.length() + 5);
    assertThat(reference.substring(start.length())).matches("[0-9a-hjkmnp-tv-z]{5}");
  }

  @Test
  void the_same_payment_always_gets_the_same_reference() {
    var order = new OrderId("a long order id");

    assertThat(AccountReference.forOrder(order, PAYMENT))
        .isEqualTo(AccountReference.forOrder(order, PAYMENT));
  }

  @Test
  void payments_of_like_orders_are_told_apart() {
    Set<AccountReference> references = new HashSet<>();
    for (var i = 0; i < 200; i++) {
      references.add(AccountReference.forOrder(new OrderId("a long order id " + i), payment()));
    }

    assertThat(references).hasSize(200);
  }

  private static PaymentId payment() {
    return PaymentId.create(Instant.parse("2026-11-23T07:11:12Z"), RANDOM);
  }
}
