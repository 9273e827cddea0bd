package io.hakika.adapter.daraja;

import java.net.URI;
import java.util.function.Supplier;

/**
 * Posts with a token. Where Daraja refuses the token, which it does before it does anything else,
 * the request is made anew with another token, once.
 */
final class SignedCalls {

  private final DarajaHttp http;
  private final AccessTokens tokens;

  SignedCalls(DarajaHttp http, AccessTokens tokens) {
    this.http = http;
    this.tokens = tokens;
  }

  /** Posts what {@code body} makes, at most twice. */
  Reply post(URI url, Supplier<byte[]> body, Deadline deadline) {
    var minted = tokens.current(deadline);
    if (!(minted instanceof Minted.Token token)) {
      return ((Minted.None) minted).means();
    }
    var reply = post(url, token, body, deadline);
    if (!refusesToken(reply)) {
      return reply;
    }
    var another = tokens.insteadOf(token, deadline);
    return another instanceof Minted.Token renewed
        ? post(url, renewed, body, deadline)
        : ((Minted.None) another).means();
  }

  private Reply post(URI url, Minted.Token token, Supplier<byte[]> body, Deadline deadline) {
    if (deadline.tooLateToBegin()) {
      // What is begun with no time to hear the answer ends unknown; this may be tried again.
      return http.unsent("the token left too little of " + deadline.whole());
    }
    var call = Call.post(url, token.bearer(), body.get());
    return Echoes.of(token.bearer()).outOf(http.send(call, deadline));
  }

  private static boolean refusesToken(Reply reply) {
    if (!(reply instanceof Reply.Whole whole) || whole.redirects()) {
      return false;
    }
    var error = DarajaError.in(JsonReader.read(whole.raw().body()));
    return !Throttles.by(whole, error) && error.filter(SignedCalls::namesToken).isPresent();
  }

  private static boolean namesToken(DarajaError error) {
    return ErrorCodes.of(error).proof() == ErrorCodes.Proof.TOKEN_REFUSED;
  }
}
