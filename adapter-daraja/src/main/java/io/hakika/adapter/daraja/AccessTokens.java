package io.hakika.adapter.daraja;

import io.hakika.adapter.daraja.Minted.None;
import io.hakika.adapter.daraja.Minted.Token;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one token of an OAuth client. Daraja's documentation says that each new token invalidates the
 * one before, so there is one at a time: it is asked for by one thread while the others wait, and a
 * new one only if the old one is about to run out or was refused.
 */
final class AccessTokens {

  private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
  private static final String PATH = "/oauth/v1/generate?grant_type=client_credentials";

  private final DarajaHttp http;
  private final URI url;
  private final String basic;
  private final Clock clock;
  private final MintRestraint restraint = new MintRestraint();

  // Guarded by this.
  private @Nullable Token current;
  private @Nullable CompletableFuture<Minted> flight;

  AccessTokens(DarajaHttp http, DarajaConfig config, Clock clock) {
    this.http = http;
    this.url = URI.create(config.baseUrl() + PATH);
    this.basic = basic(config.credentials());
    this.clock = clock;
  }

  /** The token in use; a new one where there is none, or where it is about to run out. */
  Minted current(Deadline deadline) {
    return tokenOtherThan(null, deadline);
  }

  /** The token in use if it is not {@code refused}; a new one if it is. */
  Minted insteadOf(Token refused, Deadline deadline) {
    return tokenOtherThan(refused, deadline);
  }

  private Minted tokenOtherThan(@Nullable Token refused, Deadline deadline) {
    CompletableFuture<Minted> ours;
    CompletableFuture<Minted> theirs;
    synchronized (this) {
      if (current != null && current != refused && current.fresh(clock.instant())) {
        return current;
      }
      current = current == refused ? null : current;
      theirs = flight;
      ours = new CompletableFuture<>();
      if (theirs == null) {
        flight = ours;
      }
    }
    return theirs == null ? mintFor(ours, deadline) : await(theirs, deadline);
  }

  /** Mints, and lets everybody who waits have what came of it. */
  private Minted mintFor(CompletableFuture<Minted> waiting, Deadline deadline) {
    Minted minted = new None(unsent("no token: asking for one broke"));
    try {
      minted = mint(deadline);
    } finally {
      synchronized (this) {
        current = minted instanceof Token token ? token : current;
        flight = null;
      }
      waiting.complete(minted);
    }
    return minted;
  }

  private Minted mint(Deadline deadline) {
    var now = clock.instant();
    var heldBack = restraint.heldBack(now);
    if (heldBack.isPresent()) {
      return heldBack.get();
    }
    var answer = Echoes.of(basic).outOf(http.send(Call.get(url, basic), deadline));
    var minted = TokenAnswers.read(answer, now);
    restraint.learn(minted, now);
    if (minted instanceof Token token) {
      LOG.debug("New Daraja token, used until {}", token.refreshAt());
    } else if (((None) minted).means() instanceof Reply.Denied denied) {
      LOG.warn("Daraja refuses our consumer key and secret: {} {}", denied.code(), denied.reason());
    }
    return minted;
  }

  private Minted await(CompletableFuture<Minted> theirs, Deadline deadline) {
    try {
      return deadline.await(theirs);
    } catch (TimeoutException e) {
      return new None(unsent("no token: another request for it took too long"));
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking for a token never fails with an exception", e);
    }
  }

  private Reply unsent(String why) {
    return Reply.Unsent.because(why, RawAnswer.none(clock.instant()));
  }

  private static String basic(DarajaCredentials credentials) {
    var pair = credentials.consumerKey() + ":" + credentials.consumerSecret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }
}
