package io.hakika.architecture.seeded.adapter.daraja;

import io.hakika.architecture.Breaks;
import org.assertj.core.api.Assertions;

/** Nobody admitted this library. */
@Breaks("every library is admitted")
final class Asserting {

  void check(String code) {
    Assertions.assertThat(code).isEqualTo("0");
  }
}
