package io.hakika.bootstrap.settings;

import io.hakika.adapter.daraja.DarajaEnvironment;
import java.net.URI;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the service listens, and where it is reached.
 *
 * @param publicUrl where Daraja and payers reach it, without a slash at its end
 * @param port 0: any
 * @param callbackPort a listener of its own for callbacks, 0: any; null: shared
 * @param managementPort 0: none
 */
public record HttpSettings(
    URI publicUrl,
    String host,
    int port,
    @Nullable Integer callbackPort,
    String managementHost,
    int managementPort) {

  private static final URI NOWHERE = URI.create("https://invalid.invalid");

  static HttpSettings read(Values values, DarajaEnvironment environment) {
    var http =
        new HttpSettings(
            publicUrl(values, environment),
            values.text("HAKIKA_HTTP_HOST").orElse("0.0.0.0"),
            port(values),
            callbackPort(values),
            values.text("HAKIKA_MANAGEMENT_HOST").orElse("127.0.0.1"),
            values.port("HAKIKA_MANAGEMENT_PORT", 8081));
    http.eachPortOnce(values);
    return http;
  }

  /** The port of the API; also where commands look for a running service. */
  static int port(Values values) {
    return values.port("HAKIKA_HTTP_PORT", 8080);
  }

  private static URI publicUrl(Values values, DarajaEnvironment environment) {
    var url =
        values.parsed(
            "HAKIKA_PUBLIC_URL", text -> WebAddress.of(text, environment::faultOfPublicUrl));
    return values
        .required("HAKIKA_PUBLIC_URL", url, "where Daraja reaches us, https://pay.example.com")
        .orElse(NOWHERE);
  }

  private static @Nullable Integer callbackPort(Values values) {
    return values.has("HAKIKA_CALLBACK_PORT")
        ? (Integer) values.port("HAKIKA_CALLBACK_PORT", 0)
        : null;
  }

  private void eachPortOnce(Values values) {
    var callbacks = callbackPort == null ? 0 : callbackPort;
    if (callbacks != 0 && callbacks == port) {
      values.fault("HAKIKA_CALLBACK_PORT " + callbacks + " is also HAKIKA_HTTP_PORT");
    }
    if (managementPort != 0
        && Stream.of(port, callbacks).anyMatch(used -> used == managementPort)) {
      values.fault(
          "HAKIKA_MANAGEMENT_PORT "
              + managementPort
              + " is also the port of the API or of callbacks");
    }
  }
}
