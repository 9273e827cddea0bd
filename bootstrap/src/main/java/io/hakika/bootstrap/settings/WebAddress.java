package io.hakika.bootstrap.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;

/** Reads addresses of servers, with faults as phrases to be read after the address. */
final class WebAddress {

  private WebAddress() {}

  /**
   * The address, without a slash at its end.
   *
   * @param judge says what is wrong with an address that can be read
   */
  static URI of(String text, Function<URI, Optional<String>> judge) {
    URI uri;
    try {
      uri = new URI(text.replaceAll("/+$", ""));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("is no address such as https://pay.example.com", e);
    }
    judge
        .apply(uri)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault);
            });
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw new IllegalArgumentException("has a port that is not between 1 and 65535");
    }
    return uri;
  }
}
