package io.hakika.bootstrap.settings;

import io.hakika.adapter.http.javalin.AllowedIps;
import io.hakika.adapter.http.javalin.ApiKeys;
import io.hakika.adapter.http.javalin.ApiRate;
import io.hakika.adapter.http.javalin.Networks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask, from where, and how often.
 *
 * @param apiRate null: without limit
 */
public record AccessSettings(
    ApiKeys apiKeys,
    AllowedIps callbackAllowedIps,
    Networks trustedProxies,
    @Nullable ApiRate apiRate) {

  static AccessSettings read(Values values) {
    var keys = values.list("HAKIKA_API_KEYS", ApiKeys::parse);
    return new AccessSettings(
        values
            .required("HAKIKA_API_KEYS", keys, "make a key with: hakika keys new NAME --scopes …")
            .orElse(new ApiKeys(List.of())),
        values.list("HAKIKA_CALLBACK_ALLOWED_IPS", AllowedIps::parse).orElse(AllowedIps.ANY),
        values.list("HAKIKA_TRUSTED_PROXIES", Networks::parse).orElse(Networks.NONE),
        apiRate(values));
  }

  private static @Nullable ApiRate apiRate(Values values) {
    return values.text("HAKIKA_API_RATE").filter("off"::equalsIgnoreCase).isPresent()
        ? null
        : values.parsed("HAKIKA_API_RATE", AccessSettings::apiRate).orElse(null);
  }

  private static ApiRate apiRate(String text) {
    var rate = Forms.rate(text);
    return new ApiRate(rate.calls(), rate.per());
  }
}
