package io.hakika.adapter.daraja;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Takes our own secrets out of an answer, should the other side repeat what it was sent: answers
 * are kept as evidence and shown.
 */
final class Echoes {

  /** Daraja's secrets are longer; what is shorter may be a word that means nothing. */
  private static final int SHORTEST = 16;

  private static final String HIDDEN = "[secret]";

  private final Pattern secret;

  private Echoes(String secret) {
    this.secret = Pattern.compile(secret);
  }

  /** Of the value of an Authorization header: what stands after the scheme. */
  static Echoes of(String authorization) {
    return new Echoes(spelled(authorization.substring(authorization.indexOf(' ') + 1)));
  }

  /** Of the passkey, and of every password that is made with it. */
  static Echoes of(DarajaCredentials credentials) {
    var passKey = credentials.passKey();
    var constant = (credentials.shortCode() + passKey).getBytes(StandardCharsets.US_ASCII);
    // Three bytes are four letters, whatever follows them.
    var whole = Arrays.copyOf(constant, constant.length - constant.length % 3);
    var password = slashes(Base64.getEncoder().encodeToString(whole)) + "[A-Za-z0-9+/=\\\\]*";
    return new Echoes(password + "|" + spelled(passKey));
  }

  private static String spelled(String secret) {
    return secret.length() < SHORTEST ? "(?!)" : slashes(secret);
  }

  /** JSON may spell a slash with a backslash before it. */
  private static String slashes(String secret) {
    return Pattern.quote(secret).replace("/", "\\E\\\\?/\\Q");
  }

  /** The reply without what we sent. */
  Reply outOf(Reply reply) {
    if (reply instanceof Reply.Whole whole) {
      return new Reply.Whole(whole.contentType(), whole.retryAfter(), outOf(whole.raw()));
    }
    return reply instanceof Reply.Lost lost ? new Reply.Lost(lost.why(), outOf(lost.raw())) : reply;
  }

  private RawAnswer outOf(RawAnswer raw) {
    // One character a byte, so that whatever else came stays as it is.
    var found = secret.matcher(new String(raw.body(), StandardCharsets.ISO_8859_1));
    return found.find()
        ? new RawAnswer(
            raw.status(), found.replaceAll(HIDDEN).getBytes(StandardCharsets.ISO_8859_1), raw.at())
        : raw;
  }
}
