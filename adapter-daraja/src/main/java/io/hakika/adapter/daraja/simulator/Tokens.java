package io.hakika.adapter.daraja.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The access tokens that are good. The newest thousand are kept. */
final class Tokens {

  /** How long a token is good for, as Daraja tells it. */
  static final Duration LIFE = Duration.ofSeconds(3599);

  private static final int MOST = 1000;

  private final World world;
  private final Map<String, Grant> grants = new LinkedHashMap<>();

  Tokens(World world) {
    this.world = world;
  }

  synchronized String mint(Merchant merchant) {
    if (world.shows(Quirk.ONE_TOKEN_AT_A_TIME)) {
      grants.values().removeIf(grant -> grant.merchant.equals(merchant));
    }
    var token = world.ids().token();
    var now = world.now();
    grants.put(token, new Grant(merchant, now.plus(LIFE)));
    if (grants.size() > MOST) {
      grants.remove(grants.keySet().iterator().next());
    }
    world.ledger().write(new Ledger.Minted(now, merchant.consumerKey()));
    return token;
  }

  /** Whose token this is, while it is good. */
  synchronized Optional<Merchant> owner(String token) {
    var grant = grants.get(token);
    return grant != null && world.now().isBefore(grant.until)
        ? Optional.of(grant.merchant)
        : Optional.empty();
  }

  synchronized void revoke(String token) {
    grants.remove(token);
  }

  synchronized void forget() {
    grants.clear();
  }

  private record Grant(Merchant merchant, Instant until) {}
}
