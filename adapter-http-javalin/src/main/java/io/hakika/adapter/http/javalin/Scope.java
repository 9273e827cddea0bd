package io.hakika.adapter.http.javalin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key may be used for. */
public enum Scope {
  /** Look at payments. Every key may. */
  READ,
  /** Start checkouts, and ask Daraja again. */
  CHECKOUT,
  /** Decide what no message could, and see raw messages. */
  REVIEW;

  /** The configured spelling. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Scope> tryParse(String code) {
    return Arrays.stream(values()).filter(scope -> scope.code().equals(code)).findFirst();
  }
}
