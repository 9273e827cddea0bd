package io.hakika.adapter.http.javalin;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds out from which address a request comes. Anybody can write {@code X-Forwarded-For}, so it is
 * read from the right, and only as far as each hop that wrote it is a trusted proxy.
 */
final class Callers {

  private final Networks trusted;

  Callers(Networks trusted) {
    this.trusted = trusted;
  }

  /** The client's address; empty if a trusted proxy wrote down what is no address. */
  Optional<InetAddress> address(Context ctx) {
    var hops = Collections.list(ctx.req().getHeaders("X-Forwarded-For"));
    return address(ctx.req().getRemoteAddr(), hops);
  }

  /**
   * The first untrusted address, coming from {@code peer}, else the last trusted one.
   *
   * @param forwarded the header's lines, as they came
   */
  Optional<InetAddress> address(String peer, List<String> forwarded) {
    var hops = new ArrayList<String>();
    for (var line : forwarded) {
      Collections.addAll(hops, line.split(",", -1));
    }
    var address = IpAddresses.tryParse(unbracketed(peer));
    for (var i = hops.size() - 1; i >= 0; i--) {
      if (address.isEmpty() || !trusted.contains(address.get())) {
        return address;
      }
      address = IpAddresses.tryParse(withoutPort(hops.get(i).strip()));
    }
    return address;
  }

  private static String unbracketed(String text) {
    return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
  }

  /** Some proxies add the port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      var end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    var colon = hop.indexOf(':');
    return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }
}
