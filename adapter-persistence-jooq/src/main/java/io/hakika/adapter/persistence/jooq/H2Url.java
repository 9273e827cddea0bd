package io.hakika.adapter.persistence.jooq;

/** The JDBC URL of an embedded H2 database, made so that H2 keeps what it acknowledges. */
public final class H2Url {

  private H2Url() {}

  /** Whether {@code url} is one of H2's. */
  public static boolean isH2(String url) {
    return url.regionMatches(true, 0, "jdbc:h2:", 0, "jdbc:h2:".length());
  }

  /**
   * The same database, with every setting that keeps commits.
   *
   * @throws IllegalArgumentException if the URL demands what would lose them; the message is one
   *     line that names the setting
   */
  public static String safe(String url) {
    throw new UnsupportedOperationException();
  }
}
