package io.hakika.bootstrap.settings;

import io.hakika.adapter.persistence.jooq.Durability;
import io.hakika.adapter.persistence.jooq.H2Url;

/**
 * Where payments are kept.
 *
 * @param password empty where the database asks for none
 */
public record StoreSettings(
    String url,
    String user,
    String password,
    Durability durability,
    int poolSize,
    Migrate migrate) {

  /** Whether missing migrations are applied or refused at start. */
  public enum Migrate {
    AUTO,
    CHECK
  }

  private static final String USUAL_URL = "jdbc:h2:file:./hakika-data/hakika";

  static StoreSettings read(Values values) {
    return new StoreSettings(
        values.secret("HAKIKA_DATABASE_URL", StoreSettings::checked).orElse(USUAL_URL),
        values.text("HAKIKA_DATABASE_USER").orElse("sa"),
        values.text("HAKIKA_DATABASE_PASSWORD").orElse(""),
        values.word("HAKIKA_DATABASE_DURABILITY", Durability.POWER),
        values.integer("HAKIKA_DATABASE_POOL_SIZE", 10, 2, 200),
        values.word("HAKIKA_MIGRATE", Migrate.AUTO));
  }

  private static String checked(String url) {
    if (!H2Url.isH2(url)) {
      throw new IllegalArgumentException("is no H2 URL: this version knows jdbc:h2:… alone");
    }
    return url;
  }

  /** Shows neither the URL, which may hold a password, nor the password. */
  @Override
  public String toString() {
    return "StoreSettings[" + durability + ", pool of " + poolSize + "]";
  }
}
