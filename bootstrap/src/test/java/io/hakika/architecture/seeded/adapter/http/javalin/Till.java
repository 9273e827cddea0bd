package io.hakika.architecture.seeded.adapter.http.javalin;

import io.hakika.architecture.Breaks;
import java.math.BigDecimal;

/** Money has a type of its own. */
@Breaks("money is neither a fraction nor a bare number")
final class Till {

  private final BigDecimal amount = BigDecimal.TEN;

  BigDecimal amount() {
    return amount;
  }
}
