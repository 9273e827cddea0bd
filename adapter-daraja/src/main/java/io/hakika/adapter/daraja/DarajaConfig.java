package io.hakika.adapter.daraja;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Where Daraja is, who we are to it, and how long we wait.
 *
 * @param baseUrl Daraja's host, or whatever stands in for it; may have a path
 * @param timeout the longest one exchange may take, its token and its answer's body included
 */
public record DarajaConfig(URI baseUrl, DarajaCredentials credentials, Duration timeout) {

  /** How long an exchange may take unless told otherwise. */
  public static final Duration STANDARD_TIMEOUT = Duration.ofSeconds(20);

  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(2);

  /**
   * Checks the address and the time.
   *
   * @throws IllegalArgumentException naming the faulty field and what is wrong with it; plain http
   *     to a private address passes here, {@link DarajaEnvironment#faultOfBaseUrl} is stricter for
   *     production
   */
  public DarajaConfig {
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(timeout, "timeout");
    DarajaEnvironment.SANDBOX
        .faultOfBaseUrl(baseUrl)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException("baseUrl " + fault);
            });
    baseUrl = Addresses.tidy(baseUrl);
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "timeout is more than nothing and at most " + LONGEST_TIMEOUT + ", not " + timeout);
    }
  }

  /** Safaricom's test host. */
  public static DarajaConfig sandbox(DarajaCredentials credentials) {
    return new DarajaConfig(DarajaEnvironment.SANDBOX.host(), credentials, STANDARD_TIMEOUT);
  }

  /** Safaricom's live host. */
  public static DarajaConfig production(DarajaCredentials credentials) {
    return new DarajaConfig(DarajaEnvironment.PRODUCTION.host(), credentials, STANDARD_TIMEOUT);
  }

  public DarajaConfig withBaseUrl(URI url) {
    return new DarajaConfig(url, credentials, timeout);
  }

  public DarajaConfig withTimeout(Duration longest) {
    return new DarajaConfig(baseUrl, credentials, longest);
  }
}
