package io.hakika.adapter.daraja.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Hands out tokens. */
final class OAuthDesk {

  static final String PATH = "/oauth/v1/generate";

  private final World world;
  private final Tokens tokens;
  private final Script<Answer> script = new Script<>();

  OAuthDesk(World world, Tokens tokens) {
    this.world = world;
    this.tokens = tokens;
  }

  Script<Answer> script() {
    return script;
  }

  void serve(Incoming request, Reply reply) {
    var scripted = script.next();
    if (scripted != null) {
      reply.send(scripted);
    } else if (!request.method().equals("GET")) {
      reply.refuse(PATH, Rebuff.METHOD);
    } else if (!asksForClientCredentials(request)) {
      reply.refuse(PATH, Rebuff.GRANT_TYPE);
    } else {
      client(request)
          .ifPresentOrElse(
              merchant -> reply.send(token(merchant)),
              () -> reply.refuse(PATH, Rebuff.AUTHENTICATION));
    }
  }

  private Answer token(Merchant merchant) {
    var seconds = Tokens.LIFE.toSeconds();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("access_token", tokens.mint(merchant));
    fields.put(
        "expires_in",
        world.shows(Quirk.EXPIRES_IN_AS_TEXT) ? Long.toString(seconds) : (Object) seconds);
    return Answer.json(200, Bodies.json(fields));
  }

  private static boolean asksForClientCredentials(Incoming request) {
    var query = request.query();
    return query != null
        && Arrays.asList(query.split("&")).contains("grant_type=client_credentials");
  }

  private Optional<Merchant> client(Incoming request) {
    var given = request.credentials("Basic").map(OAuthDesk::decoded);
    return world.options().merchants().stream()
        .filter(known -> given.equals(Optional.of(client(known))))
        .findFirst();
  }

  private static String client(Merchant merchant) {
    return merchant.consumerKey() + ":" + merchant.consumerSecret();
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
