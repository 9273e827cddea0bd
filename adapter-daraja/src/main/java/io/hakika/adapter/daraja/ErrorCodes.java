package io.hakika.adapter.daraja;

import static io.hakika.adapter.daraja.DarajaError.Speaker.DARAJA;
import static io.hakika.adapter.daraja.DarajaError.Speaker.GATEWAY;
import static io.hakika.adapter.daraja.ErrorCodes.Proof.NONE;
import static io.hakika.adapter.daraja.ErrorCodes.Proof.REFUSED;
import static io.hakika.adapter.daraja.ErrorCodes.Proof.THROTTLED;
import static io.hakika.adapter.daraja.ErrorCodes.Proof.TOKEN_REFUSED;
import static io.hakika.adapter.daraja.ErrorCodes.Proof.UNLISTED;
import static io.hakika.domain.value.FailureCategory.BUSY;
import static io.hakika.domain.value.FailureCategory.CONFIGURATION;
import static io.hakika.domain.value.FailureCategory.OTHER;
import static io.hakika.domain.value.FailureCategory.REJECTED;

import io.hakika.adapter.daraja.DarajaError.Speaker;
import io.hakika.domain.value.FailureCategory;
import java.util.List;

/**
 * What an error answer proves about the request it answers, and what a refusal means to a shop.
 *
 * <p>The first row that fits speaks: who says it, how the code begins, what the message holds. One
 * code can have several meanings ({@code 500.001.1001} has four), so there the message is read. An
 * error of the 500s that is not listed proves nothing: the request may well have been passed on.
 */
final class ErrorCodes {

  private static final List<Row> ALL =
      List.of(
          // The token. "No apiproduct match" is a missing product, which no new token can cure.
          new Row(DARAJA, "401", "no apiproduct match", REFUSED, CONFIGURATION),
          new Row(DARAJA, "404.001.03", "", TOKEN_REFUSED, CONFIGURATION),
          new Row(DARAJA, "400.003.01", "access token", TOKEN_REFUSED, CONFIGURATION),
          new Row(DARAJA, "401", "", TOKEN_REFUSED, CONFIGURATION),

          // Our request, our credentials, our address: refused before anything was done.
          new Row(DARAJA, "400", "", REFUSED, REJECTED),
          new Row(DARAJA, "403", "", REFUSED, CONFIGURATION),
          new Row(DARAJA, "404", "", REFUSED, CONFIGURATION),
          new Row(DARAJA, "405", "", REFUSED, CONFIGURATION),
          new Row(DARAJA, "408", "", NONE, OTHER),
          new Row(DARAJA, "429", "", THROTTLED, BUSY),
          new Row(DARAJA, "4", "", REFUSED, REJECTED),

          // One code, four meanings and an unknown number of others.
          new Row(DARAJA, "500.001.1001", "merchant does not exist", REFUSED, CONFIGURATION),
          new Row(DARAJA, "500.001.1001", "wrong credentials", REFUSED, CONFIGURATION),
          new Row(DARAJA, "500.001.1001", "unable to lock subscriber", REFUSED, BUSY),

          // Too much at once.
          new Row(DARAJA, "500.003.02", "spike arrest", THROTTLED, BUSY),
          new Row(DARAJA, "5", "system is busy", REFUSED, BUSY),
          new Row(DARAJA, "500.003.03", "", THROTTLED, BUSY),
          new Row(DARAJA, "5", "", NONE, OTHER),
          new Row(GATEWAY, "policies.ratelimit.", "", THROTTLED, BUSY),
          new Row(GATEWAY, "", "spike arrest", THROTTLED, BUSY),
          new Row(GATEWAY, "", "quota", THROTTLED, BUSY),

          // The gateway knows the token before it passes anything on.
          new Row(GATEWAY, "", "no apiproduct match", REFUSED, CONFIGURATION),
          new Row(GATEWAY, "", "invalid access token", TOKEN_REFUSED, CONFIGURATION),
          new Row(GATEWAY, "", "access token expired", TOKEN_REFUSED, CONFIGURATION));

  private ErrorCodes() {}

  /** What {@code error} proves. */
  static Row of(DarajaError error) {
    return ALL.stream()
        .filter(row -> row.fits(error))
        .findFirst()
        .orElseGet(() -> new Row(error.speaker(), error.code(), "", UNLISTED, OTHER));
  }

  /** Every row, in the order in which they are tried. */
  static List<Row> all() {
    return ALL;
  }

  /** What an error answer proves. */
  enum Proof {
    /** It was refused, and would be refused again. */
    REFUSED,
    /** The token was refused, and with it the request. */
    TOKEN_REFUSED,
    /** It was turned away at the gateway for coming too fast. */
    THROTTLED,
    /** Nothing. */
    NONE,
    /** Nobody has seen such an error. */
    UNLISTED
  }

  /**
   * One kind of error.
   *
   * @param code how the code begins
   * @param words what the message holds, in lower case; empty if the code says it all
   * @param category what a refusal means to a shop
   */
  record Row(Speaker speaker, String code, String words, Proof proof, FailureCategory category) {

    boolean fits(DarajaError error) {
      return speaker == error.speaker() && error.code().startsWith(code) && error.mentions(words);
    }
  }
}
