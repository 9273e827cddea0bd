package io.hakika.adapter.daraja;

import io.hakika.adapter.daraja.DarajaError.Speaker;
import io.hakika.domain.value.ProviderText;
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
      return new Minted.None(unsent(why(reply), reply));
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
      return new Reply.Unsent("no token: asked too fast", whole.retryAfter(), true, nothing(whole));
    }
    return error
        .filter(said -> refusesCredentials(said, whole.raw().status()))
        .<Reply>map(said -> denied(said, whole))
        .orElseGet(() -> unsent("HTTP " + whole.raw().status(), whole));
  }

  private static Reply denied(DarajaError error, Reply reply) {
    var code = error.code().isEmpty() ? "401" : error.code();
    return new Reply.Denied(code, new ProviderText(error.reason()), nothing(reply));
  }

  /** {@code 400.008.01} and its like, or the gateway's 401. */
  private static boolean refusesCredentials(DarajaError error, int status) {
    return error.speaker() == Speaker.GATEWAY ? status == 401 : error.code().startsWith("4");
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
    return reply instanceof Reply.Lost lost ? lost.why() : ((Reply.Unsent) reply).why();
  }

  private static Reply unsent(String why, Reply reply) {
    return Reply.Unsent.because("no token: " + why, nothing(reply));
  }

  /** What was answered instead of a token may hold one all the same: it is not passed on. */
  private static RawAnswer nothing(Reply reply) {
    return RawAnswer.none(reply.raw().at());
  }
}
