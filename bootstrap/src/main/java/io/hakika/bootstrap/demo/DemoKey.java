package io.hakika.bootstrap.demo;

import io.hakika.adapter.http.javalin.ApiKeys;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The API key of one demonstration, which is worth nothing afterwards. */
record DemoKey(String secret) {

  static DemoKey make() {
    var bytes = new byte[8];
    new SecureRandom().nextBytes(bytes);
    return new DemoKey("hk_demo_" + HexFormat.of().formatHex(bytes));
  }

  /** Its entry in the settings. */
  String entry() {
    return "demo:checkout+review:" + HexFormat.of().formatHex(ApiKeys.sha256(secret));
  }
}
