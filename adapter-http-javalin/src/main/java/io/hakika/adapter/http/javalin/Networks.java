package io.hakika.adapter.http.javalin;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** A set of address ranges, IPv4 and IPv6. Never asks a name server. */
public record Networks(List<Network> ranges) {

  /** No address at all. */
  public static final Networks NONE = new Networks(List.of());

  public Networks {
    ranges = List.copyOf(ranges);
  }

  /**
   * Reads addresses and CIDRs separated by commas; nothing is {@link #NONE}.
   *
   * @throws IllegalArgumentException naming what is neither
   */
  public static Networks parse(String text) {
    if (text.isBlank()) {
      return NONE;
    }
    var ranges = new ArrayList<Network>();
    for (var range : text.split(",", -1)) {
      ranges.add(Network.parse(range.strip()));
    }
    return new Networks(ranges);
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  public boolean contains(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
