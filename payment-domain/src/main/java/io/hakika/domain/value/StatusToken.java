package io.hakika.domain.value;

import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The unguessable end of the payer's page: 22 base64url characters. Never prints itself. */
public record StatusToken(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

  public StatusToken {
    Text.secret(FORM, value, "a status token is 22 base64url characters");
  }

  /** Makes a new token of 128 bits; {@code random} must be unpredictable. */
  public static StatusToken create(RandomGenerator random) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return new StatusToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return "StatusToken[hidden]";
  }
}
