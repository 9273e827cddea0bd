package io.hakika.adapter.daraja;

import io.hakika.adapter.daraja.DarajaError.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the answer to a request for a token. Where there is no token the request that needed one
 * was not sent; only credentials that Daraja refuses in so many words make it refused.
 */
final class TokenAnswers {

  /** What Daraja documents; taken where {@code expires_in} is missing or makes no sense. */
  private static final Duration STANDARD_LIFE = Duration.ofSeconds(3599);

  private static final long LONGEST_LIFE = Duration.ofDays(1).toSeconds();

  /** A new token is asked for this long before the old one runs out, or at nine tenths. */
  private static final Duration EARLY = Duration.ofSeconds(60);

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,4096}");

  private TokenAnswers() {}

  /**
   * Reads {@code reply}.
   *
   * @param askedAt when it was asked for, from which its life is counted
   */
  static Minted read(Reply reply, Instant askedAt) {
    if (!(reply instanceof Reply.Whole whole)) {
      return new Minted.None(unsent("no answer (" + why(reply) + ")", reply));
    }
    var body = JsonReader.read(whole.raw().body());
    var token = body.at("access_token").text().filter(text -> FORM.matcher(text).matches());
    if (token.isPresent() && whole.raw().status() == 200) {
      return new Minted.Token(token.get(), refreshAt(body, askedAt));
    }
    return new Minted.None(refusal(whole, DarajaError.in(body)));
  }

  private static Reply refusal(Reply.Whole whole, Optional<DarajaError> error) {
    if (Throttles.by(whole, error)) {
      return new Reply.Unsent("no token: asked too fast", whole.retryAfter(), true, whole.raw());
    }
    return error
        .filter(said -> refusesCredentials(said, whole.raw().status()))
        .<Reply>map(said -> new Reply.Denied(code(said), said.reason(), whole.raw()))
        .orElseGet(() -> unsent("HTTP " + whole.raw().status(), whole));
  }

  /** {@code 400.008.01} and its like, or the gateway's 401. */
  private static boolean refusesCredentials(DarajaError error, int status) {
    return error.speaker() == Speaker.GATEWAY ? status == 401 : error.code().startsWith("4");
  }

  private static String code(DarajaError error) {
    return error.speaker() == Speaker.DARAJA ? error.code() : "401";
  }

  private static Instant refreshAt(Json body, Instant askedAt) {
    var life =
        body.at("expires_in")
            .number()
            .filter(seconds -> seconds.signum() > 0)
            .map(seconds -> seconds.longValue())
            .filter(seconds -> seconds >= 1 && seconds <= LONGEST_LIFE)
            .map(Duration::ofSeconds)
            .orElse(STANDARD_LIFE);
    var tenth = life.dividedBy(10);
    return askedAt.plus(life).minus(tenth.compareTo(EARLY) < 0 ? tenth : EARLY);
  }

  private static String why(Reply reply) {
    if (reply instanceof Reply.Lost lost) {
      return lost.why();
    }
    return reply instanceof Reply.Unsent unsent ? unsent.why() : "none";
  }

  private static Reply unsent(String why, Reply reply) {
    return Reply.Unsent.because("no token: " + why, reply.raw());
  }
}
