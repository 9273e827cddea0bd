package io.hakika.adapter.daraja;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What makes an address fit to send secrets to, or to be called back at. No name is looked up. */
final class Addresses {

  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}");

  /** Safaricom's rules for addresses: these words are refused in any case. */
  private static final List<String> REFUSED_WORDS =
      List.of("m-pesa", "mpesa", "safaricom", "exec", "exe", "cmd", "sql", "query");

  private Addresses() {}

  /** What is wrong with {@code url} as a place to reach; the phrase follows the field's name. */
  static Optional<String> fault(URI url, Plain plain) {
    var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      return Optional.of("is no http or https address");
    }
    if (url.getRawUserInfo() != null) {
      return Optional.of("holds a user name or password before the host");
    }
    var host = url.getHost();
    if (host == null) {
      return Optional.of("names no host that can be read");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      return Optional.of("holds a query or a fragment, which must be left out");
    }
    if (scheme.equals("http") && !plain.allows(host)) {
      return Optional.of("is plain http to " + host + ": " + plain.rule());
    }
    return Optional.empty();
  }

  /** Which word or character of {@code url} Daraja refuses in a callback address. */
  static Optional<String> refusedWord(URI url) {
    var text = url.toString();
    if (text.contains("%")) {
      return Optional.of("holds an escaped character, which Daraja may refuse as a space");
    }
    var folded = text.toLowerCase(Locale.ROOT);
    return REFUSED_WORDS.stream()
        .filter(folded::contains)
        .findFirst()
        .map(word -> "holds \"" + word + "\", a word that Daraja refuses in a callback address");
  }

  /** {@code url} without a slash at its end and with its host in lower case. */
  static URI tidy(URI url) {
    var host = url.getHost().toLowerCase(Locale.ROOT);
    var port = url.getPort() < 0 ? "" : ":" + url.getPort();
    var path = url.getRawPath().replaceFirst("/+$", "");
    return URI.create(url.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port + path);
  }

  static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.toLowerCase(Locale.ROOT).endsWith(".localhost")
        || literal(host).map(InetAddress::isLoopbackAddress).orElse(false);
  }

  /** A private address, or a name without a dot, which only a private network can know. */
  static boolean isPrivate(String host) {
    return literal(host)
        .map(address -> address.isSiteLocalAddress() || isUniqueLocal(address))
        .orElse(host.indexOf('.') < 0);
  }

  private static boolean isUniqueLocal(InetAddress address) {
    var bytes = address.getAddress();
    return bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
  }

  private static Optional<InetAddress> literal(String host) {
    if (!host.startsWith("[") && !IPV4.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
