package io.hakika.bootstrap.settings;

import io.hakika.adapter.daraja.DarajaConfig;
import io.hakika.adapter.daraja.DarajaCredentials;
import io.hakika.adapter.daraja.DarajaCredentials.Field;
import io.hakika.adapter.daraja.DarajaEnvironment;
import io.hakika.application.Rate;
import io.hakika.domain.value.Shillings;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Daraja, and as whom.
 *
 * @param baseUrl another host than the environment's; null: the environment's
 * @param credentials null only while faults are being collected
 * @param timeout limit of one exchange with Daraja
 * @param pushRate null: unlimited until Daraja throttles
 */
public record MpesaSettings(
    DarajaEnvironment environment,
    @Nullable URI baseUrl,
    @Nullable DarajaCredentials credentials,
    Duration timeout,
    Shillings maxAmount,
    Rate queryRate,
    @Nullable Rate pushRate) {

  /** Claims and the shutdown are built on exchanges that end within 20 seconds. */
  private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(20);

  private static final Rate SANDBOX_QUERIES = new Rate(5, Duration.ofMinutes(1));
  private static final Rate PRODUCTION_QUERIES = new Rate(60, Duration.ofMinutes(1));

  static MpesaSettings read(Values values, DarajaEnvironment environment) {
    return new MpesaSettings(
        environment,
        baseUrl(values, environment),
        credentials(values),
        values.duration(
            "MPESA_TIMEOUT", LONGEST_EXCHANGE, Duration.ofMillis(100), LONGEST_EXCHANGE),
        new Shillings(values.integer("MPESA_MAX_AMOUNT", 250_000, 1, 999_999_999)),
        values.rate("MPESA_QUERY_RATE").orElse(queryRate(environment)),
        pushRate(values));
  }

  private static @Nullable URI baseUrl(Values values, DarajaEnvironment environment) {
    return values
        .parsed("MPESA_BASE_URL", text -> WebAddress.of(text, environment::faultOfBaseUrl))
        .orElse(null);
  }

  /** Null where a credential is missing or faulty, which then is among the faults. */
  private static @Nullable DarajaCredentials credentials(Values values) {
    var key = credential(values, "MPESA_CONSUMER_KEY", Field.CONSUMER_KEY);
    var secret = credential(values, "MPESA_CONSUMER_SECRET", Field.CONSUMER_SECRET);
    var shortCode = credential(values, "MPESA_SHORT_CODE", Field.SHORT_CODE);
    var passKey = credential(values, "MPESA_PASS_KEY", Field.PASS_KEY);
    var till = values.secret("MPESA_TILL_NUMBER", text -> checked(Field.TILL_NUMBER, text));
    if (Stream.of(key, secret, shortCode, passKey).anyMatch(Optional::isEmpty)) {
      return null;
    }
    return new DarajaCredentials(
        key.get(), secret.get(), shortCode.get(), passKey.get(), till.orElse(null));
  }

  private static Optional<String> credential(Values values, String name, Field field) {
    return values.required(
        name, values.secret(name, text -> checked(field, text)), "Daraja's portal shows it");
  }

  private static String checked(Field field, String text) {
    field
        .fault(text)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault);
            });
    return text;
  }

  private static @Nullable Rate pushRate(Values values) {
    var unlimited = values.text("MPESA_PUSH_RATE").filter("unlimited"::equalsIgnoreCase);
    return unlimited.isPresent() ? null : values.rate("MPESA_PUSH_RATE").orElse(null);
  }

  private static Rate queryRate(DarajaEnvironment environment) {
    return environment == DarajaEnvironment.PRODUCTION ? PRODUCTION_QUERIES : SANDBOX_QUERIES;
  }

  /** How to reach Daraja, as the adapter takes it. */
  public DarajaConfig daraja() {
    var known = Objects.requireNonNull(credentials, "credentials were checked before");
    return new DarajaConfig(baseUrl == null ? environment.host() : baseUrl, known, timeout);
  }
}
