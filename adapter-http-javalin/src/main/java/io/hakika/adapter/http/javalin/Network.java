package io.hakika.adapter.http.javalin;

import java.net.InetAddress;

/**
 * The addresses that share their first bits with {@code address}.
 *
 * @param bits how many of them count
 */
public record Network(InetAddress address, int bits) {

  public Network {
    var most = 8 * address.getAddress().length;
    if (bits < 0 || bits > most) {
      throw new IllegalArgumentException("a prefix has 0 to " + most + " bits, not " + bits);
    }
  }

  /**
   * Reads an address, or an address, a slash and a number of bits.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Network parse(String text) {
    var slash = text.indexOf('/');
    var address = IpAddresses.parse(slash < 0 ? text : text.substring(0, slash));
    return new Network(
        address, slash < 0 ? 8 * address.getAddress().length : bits(text.substring(slash + 1)));
  }

  private static int bits(String digits) {
    if (!digits.matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException("a prefix is a number of bits, not " + digits);
    }
    return Integer.parseInt(digits);
  }

  boolean contains(InetAddress other) {
    var mine = address.getAddress();
    var theirs = other.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (var bit = 0; bit < bits; bit++) {
      var mask = 0x80 >>> bit % 8;
      if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
