package io.hakika.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hakika.adapter.daraja.DarajaEnvironment;
import io.hakika.adapter.persistence.jooq.Durability;
import io.hakika.application.Rate;
import io.hakika.bootstrap.settings.StoreSettings.Migrate;
import io.hakika.domain.Patience;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void what_is_not_set_has_the_published_default() {
    var settings = Settings.of(Complete.settings()).service();

    assertThat(settings.mpesa().environment()).isEqualTo(DarajaEnvironment.SANDBOX);
    assertThat(settings.mpesa().daraja().baseUrl())
        .isEqualTo(URI.create("https://sandbox.safaricom.co.ke"));
    assertThat(settings.mpesa().timeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.mpesa().queryRate()).isEqualTo(new Rate(5, Duration.ofMinutes(1)));
    assertThat(settings.mpesa().pushRate()).isNull();
    assertThat(settings.http().host()).isEqualTo("0.0.0.0");
    assertThat(settings.http().port()).isEqualTo(8080);
    assertThat(settings.http().callbackPort()).isNull();
    assertThat(settings.http().managementHost()).isEqualTo("127.0.0.1");
    assertThat(settings.http().managementPort()).isEqualTo(8081);
    assertThat(settings.store().url()).isEqualTo("jdbc:h2:file:./hakika-data/hakika");
    assertThat(settings.store().durability()).isEqualTo(Durability.POWER);
    assertThat(settings.store().poolSize()).isEqualTo(10);
    assertThat(settings.store().migrate()).isEqualTo(Migrate.AUTO);
    assertThat(settings.access().apiRate()).isNull();
    assertThat(settings.access().callbackAllowedIps().networks().isEmpty()).isTrue();
    assertThat(settings.callbacks().secrets()).isEmpty();
  }

  @Test
  void the_rules_of_checkout_and_recovery_have_the_published_defaults() {
    var settings = Settings.of(Complete.settings()).service();

    assertThat(settings.checkout().maxAmount().value()).isEqualTo(250_000);
    assertThat(settings.checkout().checkoutWait()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.checkout().phoneRules().promptWindow()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.checkout().phoneRules().dailyPrompts()).isZero();
    assertThat(settings.recovery().patience()).isEqualTo(Patience.STANDARD);
    assertThat(settings.recovery().poll()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void production_is_stricter_and_faster() {
    var settings = Settings.of(Complete.with("MPESA_ENVIRONMENT", "production")).service();

    assertThat(settings.mpesa().daraja().baseUrl())
        .isEqualTo(URI.create("https://api.safaricom.co.ke"));
    assertThat(settings.mpesa().queryRate()).isEqualTo(new Rate(60, Duration.ofMinutes(1)));
    assertThat(settings.checkout().phoneRules().dailyPrompts()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MPESA_CONSUMER_KEY",
        "MPESA_CONSUMER_SECRET",
        "MPESA_SHORT_CODE",
        "MPESA_PASS_KEY",
        "HAKIKA_PUBLIC_URL",
        "HAKIKA_API_KEYS"
      })
  void each_missing_setting_is_named(String name) {
    assertThat(faults(Complete.with(name, " ")))
        .singleElement()
        .asString()
        .startsWith(name + " is not set");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MPESA_ENVIRONMENT|live
          MPESA_BASE_URL|ftp://daraja.example.com
          MPESA_BASE_URL|http://daraja.example.com
          MPESA_BASE_URL|https://user:canary-password@daraja.example.com
          MPESA_BASE_URL|https://daraja.example.com?x=1
          MPESA_BASE_URL|https://daraja.example.com:99999
          MPESA_BASE_URL|no address at all
          MPESA_CONSUMER_KEY|canary with space
          MPESA_CONSUMER_SECRET|canary\u00e9
          MPESA_SHORT_CODE|1743
          MPESA_SHORT_CODE|17437x
          MPESA_TILL_NUMBER|12
          MPESA_MAX_AMOUNT|0
          MPESA_MAX_AMOUNT|1.5
          MPESA_MAX_AMOUNT|99999999999999999999
          MPESA_TIMEOUT|20
          MPESA_TIMEOUT|PT0S
          MPESA_TIMEOUT|PT21S
          MPESA_QUERY_RATE|5
          MPESA_QUERY_RATE|0/PT1M
          MPESA_QUERY_RATE|5/PT0S
          MPESA_PUSH_RATE|fast
          HAKIKA_PUBLIC_URL|http://pay.example.com
          HAKIKA_PUBLIC_URL|https://pay.example.com/mpesa
          HAKIKA_HTTP_PORT|65536
          HAKIKA_HTTP_PORT|-1
          HAKIKA_HTTP_PORT|http
          HAKIKA_CALLBACK_PORT|70000
          HAKIKA_CALLBACK_PORT|8080
          HAKIKA_MANAGEMENT_PORT|8080
          HAKIKA_DATABASE_URL|jdbc:mysql://localhost/canary
          HAKIKA_DATABASE_DURABILITY|none
          HAKIKA_DATABASE_POOL_SIZE|0
          HAKIKA_MIGRATE|never
          HAKIKA_API_KEYS|shop:checkout
          HAKIKA_API_KEYS|shop:everything:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
          HAKIKA_API_KEYS|shop:checkout:canary
          HAKIKA_CALLBACK_SECRETS|canary-short
          HAKIKA_CALLBACK_ALLOWED_IPS|10.0.0.0/40
          HAKIKA_TRUSTED_PROXIES|proxy.example.com
          HAKIKA_CONSOLE_ALLOWED_IPS|somewhere
          HAKIKA_CHECKOUT_WAIT|10
          HAKIKA_SUBMISSION_RETRY|-PT1S
          HAKIKA_SUBMISSION_UNKNOWN_AFTER|PT0S
          HAKIKA_PROMPT_WINDOW|90
          HAKIKA_PHONE_DAILY_PROMPTS|-1
          HAKIKA_API_RATE|50
          HAKIKA_RECOVERY_AFTER|soon
          HAKIKA_RECOVERY_BACKOFF|PT0S
          HAKIKA_RECOVERY_BACKOFF_MAX|PT1S
          HAKIKA_RECOVERY_DEADLINE|never
          HAKIKA_RECOVERY_POLL|PT0.001S
          HAKIKA_WEBHOOK_RETRIES|PT5S;PT30S
          """)
  void each_faulty_setting_is_named_in_one_line(String name, String value) {
    var faults = faults(Complete.with(name, value));

    assertThat(faults).singleElement().asString().startsWith(name).doesNotContain("canary", "\n");
  }

  @Test
  void every_fault_is_told_at_once() {
    var given = Complete.settings();
    given.remove("MPESA_PASS_KEY");
    given.put("MPESA_TIMEOUT", "soon");
    given.put("HAKIKA_HTTP_PORT", "none");
    given.put("HAKIKA_RECOVERY_POLL", "often");

    assertThat(faults(given))
        .extracting(fault -> fault.split(" ")[0])
        .containsExactlyInAnyOrder(
            "MPESA_PASS_KEY", "MPESA_TIMEOUT", "HAKIKA_HTTP_PORT", "HAKIKA_RECOVERY_POLL");
  }

  @Test
  void a_fault_says_what_was_seen_and_what_was_expected() {
    assertThat(faults(Complete.with("MPESA_TIMEOUT", "soon")))
        .containsExactly(
            "MPESA_TIMEOUT \"soon\" is no duration such as PT20S, 90s, 2m or 2h, up to a year");
  }

  @ParameterizedTest
  @CsvSource({
    "PT1M, PT1M",
    "pt1m, PT1M",
    "90s, PT1M30S",
    "2m, PT2M",
    "2h, PT2H",
    "250ms, PT0.25S",
    "1d, PT24H",
    "P1D, PT24H"
  })
  void durations_may_be_written_short(String written, Duration meant) {
    var settings = Settings.of(Complete.with("HAKIKA_RECOVERY_AFTER", written)).service();

    assertThat(settings.recovery().patience().recoveryAfter()).isEqualTo(meant);
  }

  @Test
  void a_rate_may_be_written_short() {
    var settings = Settings.of(Complete.with("MPESA_PUSH_RATE", "10/1s")).service();

    assertThat(settings.mpesa().pushRate()).isEqualTo(new Rate(10, Duration.ofSeconds(1)));
  }

  @Test
  void production_takes_no_plain_public_address() {
    var given = Complete.with("MPESA_ENVIRONMENT", "production");
    given.put("HAKIKA_PUBLIC_URL", "http://127.0.0.1:8080");

    assertThat(faults(given)).singleElement().asString().startsWith("HAKIKA_PUBLIC_URL");
  }

  @Test
  void production_takes_a_plain_daraja_on_this_machine_alone() {
    var given = Complete.with("MPESA_ENVIRONMENT", "production");
    given.put("MPESA_BASE_URL", "http://127.0.0.1:8090");
    assertThat(Settings.of(given).service().mpesa().daraja().baseUrl())
        .isEqualTo(URI.create("http://127.0.0.1:8090"));

    given.put("MPESA_BASE_URL", "http://10.0.0.7:8090");
    assertThat(faults(given)).singleElement().asString().startsWith("MPESA_BASE_URL");
  }

  @Test
  void the_public_address_loses_its_last_slash() {
    var settings = Settings.of(Complete.with("HAKIKA_PUBLIC_URL", "https://shop.example/pay/"));

    assertThat(settings.service().http().publicUrl())
        .isEqualTo(URI.create("https://shop.example/pay"));
  }

  @Test
  void a_longer_backoff_than_the_usual_maximum_is_its_own_maximum() {
    var settings = Settings.of(Complete.with("HAKIKA_RECOVERY_BACKOFF", "PT1H")).service();

    assertThat(settings.recovery().patience().recoveryBackoffMax()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_command_asks_only_for_what_it_needs() {
    assertThat(Settings.of(Map.of()).store().poolSize()).isEqualTo(10);
    assertThat(Settings.of(Map.of()).client().url()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    assertThatThrownBy(() -> Settings.of(Map.of()).recover())
        .hasMessageContainingAll(
            "MPESA_CONSUMER_KEY", "MPESA_CONSUMER_SECRET", "MPESA_SHORT_CODE", "MPESA_PASS_KEY")
        .hasMessageNotContaining("HAKIKA_");
  }

  @Test
  void nothing_prints_a_secret() {
    var given = Complete.with("HAKIKA_CALLBACK_SECRETS", "callback-secret-canary");
    given.put("HAKIKA_DATABASE_PASSWORD", "password-canary");

    assertThat(Settings.of(given).service().toString()).doesNotContain("canary");
  }

  @Test
  void an_unknown_setting_is_warned_about_and_a_strangers_variable_is_not() {
    var given = Complete.with("HAKIKA_HTTP_PROT", "80");
    given.put("MPESA_TIMEOUTS", "PT1S");
    given.put("PATH", "/bin");

    assertThat(Settings.of(given).warnings())
        .containsExactly(
            "HAKIKA_HTTP_PROT is no setting; ignored", "MPESA_TIMEOUTS is no setting; ignored");
  }

  @Test
  void a_setting_without_effect_is_warned_about() {
    var given = Complete.with("HAKIKA_WEBHOOK_URLS", "https://shop.example/hook");
    given.put("HAKIKA_WEBHOOK_SECRETS", "whsec_canary");

    assertThat(Settings.of(given).warnings())
        .hasSize(2)
        .allMatch(warning -> warning.contains("has no effect"))
        .noneMatch(warning -> warning.contains("canary"));
  }

  private static List<String> faults(Map<String, String> given) {
    return catchThrowableOfType(ConfigurationException.class, () -> Settings.of(given).service())
        .faults();
  }
}
