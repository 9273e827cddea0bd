package io.hakika.bootstrap.settings;

import io.hakika.adapter.http.javalin.Networks;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Settings that have no effect yet: a mistake in them is told today all the same. */
final class LaterSettings {

  private LaterSettings() {}

  static void check(Values values) {
    values.list("HAKIKA_CONSOLE_ALLOWED_IPS", LaterSettings::networks);
    values.parsed("HAKIKA_WEBHOOK_RETRIES", LaterSettings::waits);
    if (values.has("HAKIKA_WEBHOOK_URLS")) {
      values.required(
          "HAKIKA_WEBHOOK_SECRETS",
          values.text("HAKIKA_WEBHOOK_SECRETS"),
          "HAKIKA_WEBHOOK_URLS needs a secret for each endpoint");
    }
  }

  private static Networks networks(String text) {
    return text.equals("none") ? Networks.NONE : Networks.parse(text);
  }

  private static List<Duration> waits(String text) {
    return Stream.of(text.split(",", -1)).map(wait -> Forms.duration(wait.strip())).toList();
  }
}
