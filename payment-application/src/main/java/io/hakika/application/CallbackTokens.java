package io.hakika.application;

import io.hakika.domain.value.CallbackToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes callback tokens, and knows its own again without a database: 24 random hexadecimal digits,
 * then 24 of an HMAC-SHA-256 over them. The first secret makes, all verify.
 */
final class CallbackTokens {

  private static final int HALF = 24;

  private final List<SecretKeySpec> keys;
  private final RandomGenerator random;

  CallbackTokens(List<byte[]> secrets, RandomGenerator random) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("callback tokens need a secret");
    }
    this.keys = secrets.stream().map(secret -> new SecretKeySpec(secret, "HmacSHA256")).toList();
    this.random = random;
  }

  CallbackToken create() {
    var bytes = new byte[HALF / 2];
    random.nextBytes(bytes);
    var half = HexFormat.of().formatHex(bytes);
    return new CallbackToken(half + seal(keys.get(0), half));
  }

  /** Whether one of our secrets made {@code token}; takes the same time whichever digit differs. */
  boolean made(CallbackToken token) {
    var half = token.value().substring(0, HALF);
    var seal = token.value().substring(HALF).getBytes(StandardCharsets.US_ASCII);
    var made = false;
    for (var key : keys) {
      made |= MessageDigest.isEqual(seal, seal(key, half).getBytes(StandardCharsets.US_ASCII));
    }
    return made;
  }

  private static String seal(SecretKeySpec key, String half) {
    try {
      var mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      var seal = mac.doFinal(half.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(seal, 0, HALF / 2);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
