package io.hakika.bootstrap.settings;

import io.hakika.adapter.daraja.DarajaEnvironment;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where commands look for a running service.
 *
 * @param url without a slash at its end
 * @param key the secret to show; null: none
 */
public record ClientSettings(URI url, @Nullable String key) {

  static ClientSettings read(Values values) {
    var url = values.parsed("HAKIKA_URL", ClientSettings::address);
    var here = URI.create("http://127.0.0.1:" + HttpSettings.port(values));
    return new ClientSettings(url.orElse(here), values.text("HAKIKA_API_KEY").orElse(null));
  }

  /**
   * Reads the address of a service.
   *
   * @throws IllegalArgumentException with a phrase to be read after the address
   */
  public static URI address(String text) {
    return WebAddress.of(text, DarajaEnvironment.SANDBOX::faultOfBaseUrl);
  }

  /** The same with what a command line says in place of the settings. */
  public ClientSettings or(@Nullable URI otherUrl, @Nullable String otherKey) {
    return new ClientSettings(otherUrl == null ? url : otherUrl, otherKey == null ? key : otherKey);
  }

  /** Shows no key. */
  @Override
  public String toString() {
    return "ClientSettings[" + url + "]";
  }
}
