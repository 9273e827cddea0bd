package io.hakika.adapter.http.javalin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads IP addresses that are written as numbers, so that no name is ever looked up. */
final class IpAddresses {

  private static final Pattern BYTE = Pattern.compile("25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  private IpAddresses() {}

  static InetAddress parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("no IPv4 or IPv6 address: " + text));
  }

  static Optional<InetAddress> tryParse(String text) {
    return text.indexOf(':') < 0 ? v4(text) : v6(text);
  }

  private static Optional<InetAddress> v4(String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    var bytes = new byte[4];
    for (var i = 0; i < bytes.length; i++) {
      if (!BYTE.matcher(parts[i]).matches()) {
        return Optional.empty();
      }
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return Optional.of(of(bytes));
  }

  /** Java reads an IPv4 address inside an IPv6 one as the IPv4 address that it stands for. */
  private static Optional<InetAddress> v6(String text) {
    if (!V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName("[" + text + "]"));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
