package io.hakika.bootstrap.settings;

import java.util.HashMap;
import java.util.Map;

/** A complete set of settings, to be changed in the one point that a test is about. */
final class Complete {

  static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private Complete() {}

  static Map<String, String> settings() {
    var given = new HashMap<String, String>();
    given.put("MPESA_CONSUMER_KEY", "consumer-key-canary");
    given.put("MPESA_CONSUMER_SECRET", "consumer-secret-canary");
    given.put("MPESA_SHORT_CODE", "174379");
    given.put("MPESA_PASS_KEY", "pass-key-canary");
    given.put("HAKIKA_PUBLIC_URL", "https://pay.example.com");
    given.put("HAKIKA_API_KEYS", "shop:checkout:" + HASH);
    return given;
  }

  /** Those with one more, or another, setting; an empty value takes it away. */
  static Map<String, String> with(String name, String value) {
    var given = settings();
    given.put(name, value);
    return given;
  }
}
