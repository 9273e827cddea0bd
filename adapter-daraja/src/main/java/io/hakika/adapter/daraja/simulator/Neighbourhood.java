package io.hakika.adapter.daraja.simulator;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which addresses the simulator may call. */
final class Neighbourhood {

  private static final int UNIQUE_LOCAL = 0xfc; // fc00::/7
  private static final int UNIQUE_LOCAL_MASK = 0xfe;

  private Neighbourhood() {}

  /** Why {@code host}, which has these addresses, may not be called; null if it may. */
  static @Nullable String refusal(InetAddress[] addresses, String host, Reach reach) {
    if (isSafaricom(host)) {
      return "the simulator does not call Safaricom";
    }
    for (var address : addresses) {
      if (address.isLinkLocalAddress() || address.isMulticastAddress()) {
        return "the simulator does not call link-local or multicast addresses";
      }
      if (reach == Reach.NEARBY && !isNear(address)) {
        return "the simulator calls loopback and private addresses only, unless its reach is set";
      }
    }
    return null;
  }

  static boolean isSafaricom(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    return name.equals("safaricom.co.ke")
        || name.endsWith(".safaricom.co.ke")
        || name.equals("safaricom.com")
        || name.endsWith(".safaricom.com");
  }

  private static boolean isNear(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address instanceof Inet6Address
            && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
  }
}
