package io.hakika.adapter.http.javalin;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets a request in, or says why not: who it is, what it may do, how often, in this order. */
final class Gate {

  private static final String ATTRIBUTE = "io.hakika.key-name";
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([A-Za-z0-9._~+/=-]{1,512})", Pattern.CASE_INSENSITIVE);

  private final ApiKeys keys;
  private final @Nullable Turnstile turnstile;

  Gate(HttpConfig http) {
    this.keys = http.apiKeys();
    var rate = http.apiRate();
    this.turnstile = rate == null ? null : new Turnstile(rate, http.clock());
  }

  /** The key of the request, which may do what at least one of {@code scopes} is for. */
  ApiKey admit(Context ctx, Scope... scopes) {
    var secret = secret(ctx).orElseThrow(() -> unauthorized(""));
    var key = keys.find(secret).orElseThrow(() -> unauthorized(", error=\"invalid_token\""));
    ctx.attribute(ATTRIBUTE, key.name());
    if (Arrays.stream(scopes).noneMatch(key::may)) {
      throw Problem.of(
          ProblemCode.FORBIDDEN, "This needs a key with the scope " + either(scopes) + ".");
    }
    if (turnstile != null) {
      turnstile.pass(key.name());
    }
    return key;
  }

  /** The name of the key that was let in; null: none was needed, or none was good. */
  static @Nullable String keyName(Context ctx) {
    return ctx.attribute(ATTRIBUTE);
  }

  private static Optional<String> secret(Context ctx) {
    var headers = ctx.req().getHeaders("Authorization");
    if (!headers.hasMoreElements()) {
      return Optional.empty();
    }
    var matcher = BEARER.matcher(headers.nextElement().strip());
    return matcher.matches() && !headers.hasMoreElements()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  private static Problem unauthorized(String why) {
    return Problem.of(
            ProblemCode.UNAUTHORIZED,
            "Send the header \"Authorization: Bearer SECRET\" with a known key.")
        .header("WWW-Authenticate", "Bearer realm=\"hakika\"" + why);
  }

  private static String either(Scope... scopes) {
    return Arrays.stream(scopes).map(Scope::code).collect(Collectors.joining(" or "));
  }
}
