package io.hakika.adapter.http.javalin;

import io.hakika.domain.value.ProviderText;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names one request, so that a customer's words, a problem and a log line can be brought together.
 * A caller's own name is taken over where it is harmless, else one is made.
 */
final class RequestId {

  static final String HEADER = "Request-Id";

  static final String PROXIES = "X-Request-Id";
  private static final String ATTRIBUTE = "io.hakika.request-id";
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private RequestId() {}

  /** The name of the request that {@code ctx} is about. */
  static String of(Context ctx) {
    var known = ctx.<String>attribute(ATTRIBUTE);
    if (known != null) {
      return known;
    }
    var id = choose(ctx.header(HEADER), ctx.header(PROXIES));
    ctx.attribute(ATTRIBUTE, id);
    return id;
  }

  /** The caller's name for the request, its proxy's, or a new one. */
  static String choose(@Nullable String callers, @Nullable String proxys) {
    if (isHarmless(callers)) {
      return callers;
    }
    return isHarmless(proxys) ? proxys : create();
  }

  /** A name is printed everywhere, so none is taken over that has something in it to mask. */
  private static boolean isHarmless(@Nullable String id) {
    return id != null && FORM.matcher(id).matches() && new ProviderText(id).value().equals(id);
  }

  private static String create() {
    var bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return "req_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
