package io.hakika.adapter.http.javalin;

import java.util.List;

/**
 * From where callbacks are believed. Safaricom publishes a list, but no list is forever: an old one
 * that is enforced loses callbacks, so it can also be watched only.
 *
 * @param networks empty: callbacks are believed from anywhere
 */
public record AllowedIps(Networks networks, Mode mode) {

  /** Callbacks are believed from anywhere. */
  public static final AllowedIps ANY = new AllowedIps(Networks.NONE, Mode.ENFORCE);

  private static final String OBSERVE = "observe:";

  /** The addresses that merchants were told; see {@code docs/daraja-unknowns.md}. */
  private static final List<String> SAFARICOM =
      List.of(
          "196.201.214.200",
          "196.201.214.206",
          "196.201.213.114",
          "196.201.214.207",
          "196.201.214.208",
          "196.201.213.44",
          "196.201.212.127",
          "196.201.212.138",
          "196.201.212.129",
          "196.201.212.136",
          "196.201.212.74",
          "196.201.212.69");

  /** What is done with a callback from elsewhere. */
  public enum Mode {
    /** It is kept, but never applied. */
    ENFORCE,
    /** It is applied like any other, and counted. */
    OBSERVE
  }

  /**
   * Reads addresses and CIDRs separated by commas, where {@code safaricom} stands for the published
   * list; with {@code observe:} before them they are only watched.
   *
   * @throws IllegalArgumentException naming what is none of these
   */
  public static AllowedIps parse(String text) {
    var list = text.strip();
    var mode = list.startsWith(OBSERVE) ? Mode.OBSERVE : Mode.ENFORCE;
    var words = mode == Mode.OBSERVE ? list.substring(OBSERVE.length()) : list;
    if (mode == Mode.OBSERVE && words.isBlank()) {
      throw new IllegalArgumentException("observe: is followed by a list of addresses");
    }
    return new AllowedIps(
        Networks.parse(words.replaceAll("\\bsafaricom\\b", String.join(",", SAFARICOM))), mode);
  }
}
