package io.hakika.bootstrap.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every setting there is, with a remark on those that do nothing yet. */
final class Names {

  private static final List<String> IN_USE =
      List.of(
          "MPESA_ENVIRONMENT",
          "MPESA_BASE_URL",
          "MPESA_CONSUMER_KEY",
          "MPESA_CONSUMER_SECRET",
          "MPESA_SHORT_CODE",
          "MPESA_PASS_KEY",
          "MPESA_TILL_NUMBER",
          "MPESA_MAX_AMOUNT",
          "MPESA_TIMEOUT",
          "MPESA_QUERY_RATE",
          "MPESA_PUSH_RATE",
          "HAKIKA_PUBLIC_URL",
          "HAKIKA_HTTP_HOST",
          "HAKIKA_HTTP_PORT",
          "HAKIKA_CALLBACK_PORT",
          "HAKIKA_MANAGEMENT_HOST",
          "HAKIKA_MANAGEMENT_PORT",
          "HAKIKA_DATABASE_URL",
          "HAKIKA_DATABASE_USER",
          "HAKIKA_DATABASE_PASSWORD",
          "HAKIKA_DATABASE_DURABILITY",
          "HAKIKA_DATABASE_POOL_SIZE",
          "HAKIKA_MIGRATE",
          "HAKIKA_API_KEYS",
          "HAKIKA_CALLBACK_SECRETS",
          "HAKIKA_CALLBACK_ALLOWED_IPS",
          "HAKIKA_TRUSTED_PROXIES",
          "HAKIKA_CHECKOUT_WAIT",
          "HAKIKA_SUBMISSION_RETRY",
          "HAKIKA_SUBMISSION_UNKNOWN_AFTER",
          "HAKIKA_PROMPT_WINDOW",
          "HAKIKA_PHONE_DAILY_PROMPTS",
          "HAKIKA_API_RATE",
          "HAKIKA_RECOVERY_AFTER",
          "HAKIKA_RECOVERY_BACKOFF",
          "HAKIKA_RECOVERY_BACKOFF_MAX",
          "HAKIKA_RECOVERY_DEADLINE",
          "HAKIKA_RECOVERY_POLL",
          "HAKIKA_URL",
          "HAKIKA_API_KEY",
          Given.CONFIG,
          "HAKIKA_NO_BUILD",
          "HAKIKA_JAVA_OPTS");

  private static final String NO_WEBHOOKS = "this version sends no webhooks";

  private static final Map<String, String> WITHOUT_EFFECT =
      Map.of(
          "HAKIKA_SPOOL_DIR",
          "this version keeps no callbacks outside the database; only the callback secret lies there",
          "HAKIKA_CONSOLE_ALLOWED_IPS",
          "this version has no console",
          "HAKIKA_ACCOUNTS",
          "this version has one merchant account",
          "HAKIKA_WEBHOOK_URLS",
          NO_WEBHOOKS,
          "HAKIKA_WEBHOOK_SECRETS",
          NO_WEBHOOKS,
          "HAKIKA_WEBHOOK_EVENTS",
          NO_WEBHOOKS,
          "HAKIKA_WEBHOOK_RETRIES",
          NO_WEBHOOKS);

  private Names() {}

  /** What is to be said of settings that do nothing yet. */
  static Map<String, String> withoutEffect() {
    return WITHOUT_EFFECT;
  }

  static Map<String, String> all() {
    var all = new HashMap<>(WITHOUT_EFFECT);
    IN_USE.forEach(name -> all.put(name, ""));
    return all;
  }
}
