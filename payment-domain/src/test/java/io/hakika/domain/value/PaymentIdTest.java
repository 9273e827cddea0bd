package io.hakika.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaymentIdTest {

  private static final Random RANDOM = new Random(7);

  @Test
  void ids_sort_by_the_time_of_their_making() {
    var start = Instant.parse("2026-11-23T07:11:12.345Z");
    List<PaymentId> made = new ArrayList<>();
    for (var ms = 0L; ms < 4_000_000_000_000L; ms = ms * 2 + 1) {
      made.add(PaymentId.create(start.plusMillis(ms), RANDOM));
    }
    var shuffled = new ArrayList<>(made);
    Collections.shuffle(shuffled, RANDOM);
    Collections.sort(shuffled);

    assertThat(shuffled).isEqualTo(made);
  }

  @Test
  void ids_of_one_instant_differ() {
    var made = new HashSet<PaymentId>();
    for (var i = 0; i < 1000; i++) {
      made.add(PaymentId.create(Instant.EPOCH, RANDOM));
    }

    assertThat(made).hasSize(1000);
  }

  @Test
  void an_id_that_was_made_can_be_read_back() {
    var made = PaymentId.create(Instant.parse("9999-12-31T23:59:59Z"), RANDOM);

    assertThat(new PaymentId(made.value())).isEqualTo(made);
    assertThat(made.toString()).isEqualTo(made.value()).startsWith("pay_").hasSize(30);
  }
}
