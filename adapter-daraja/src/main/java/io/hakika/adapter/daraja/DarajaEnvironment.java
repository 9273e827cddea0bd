package io.hakika.adapter.daraja;

import java.net.URI;
import java.util.Optional;

/** Daraja's two worlds, and which addresses may be used in each. */
public enum DarajaEnvironment {
  /** Test credentials. Real phones ring and real money moves all the same. */
  SANDBOX("https://sandbox.safaricom.co.ke"),
  /** Go-live credentials. */
  PRODUCTION("https://api.safaricom.co.ke");

  private final URI host;

  DarajaEnvironment(String host) {
    this.host = URI.create(host);
  }

  /** Where Daraja is reached. */
  public URI host() {
    return host;
  }

  /**
   * What is wrong with reaching Daraja at {@code url}: plain http is for loopback, in the sandbox
   * also for private addresses.
   *
   * @return a phrase to put after the name of a setting; empty if nothing is wrong
   */
  public Optional<String> faultOfBaseUrl(URI url) {
    return Addresses.fault(url, this == SANDBOX ? Plain.PRIVATE : Plain.LOOPBACK);
  }

  /**
   * What is wrong with being called back under {@code url}: production takes https alone, and
   * Daraja refuses some words and all spaces.
   *
   * @return a phrase to put after the name of a setting; empty if nothing is wrong
   */
  public Optional<String> faultOfPublicUrl(URI url) {
    return Addresses.fault(url, this == SANDBOX ? Plain.PRIVATE : Plain.NOWHERE)
        .or(() -> Addresses.refusedWord(url));
  }
}
