package io.hakika.journey;

import io.hakika.adapter.daraja.simulator.Merchant;
import io.hakika.adapter.http.javalin.ApiKeys;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The settings of a service under test, as its environment would hold them. */
final class Given {

  static final String SHOP = "hk_shop_of_the_journeys";
  static final String REVIEWER = "hk_reviewer_of_the_journeys";

  private Given() {}

  /** A service on {@code port} with its files in {@code folder}. */
  static Map<String, String> service(URI daraja, int port, Path folder) {
    var merchant = Merchant.standard();
    var given = new HashMap<String, String>();
    given.put("MPESA_BASE_URL", daraja.toString());
    given.put("MPESA_CONSUMER_KEY", merchant.consumerKey());
    given.put("MPESA_CONSUMER_SECRET", merchant.consumerSecret());
    given.put("MPESA_SHORT_CODE", merchant.shortCode());
    given.put("MPESA_PASS_KEY", merchant.passKey());
    given.put("MPESA_QUERY_RATE", "1000/PT1S");
    given.put("MPESA_PUSH_RATE", "1000/PT1S");
    given.put("HAKIKA_PUBLIC_URL", "http://127.0.0.1:" + port);
    given.put("HAKIKA_HTTP_HOST", "127.0.0.1");
    given.put("HAKIKA_HTTP_PORT", Integer.toString(port));
    given.put("HAKIKA_MANAGEMENT_PORT", "0");
    given.put("HAKIKA_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("hakika"));
    given.put("HAKIKA_DATABASE_DURABILITY", "process");
    given.put("HAKIKA_SPOOL_DIR", folder.resolve("spool").toString());
    given.put("HAKIKA_RECOVERY_POLL", "50ms");
    given.put("HAKIKA_API_KEYS", key("shop:checkout", SHOP) + "," + key("desk:review", REVIEWER));
    return given;
  }

  private static String key(String nameAndScopes, String secret) {
    return nameAndScopes + ":" + HexFormat.of().formatHex(ApiKeys.sha256(secret));
  }
}
