package io.hakika.adapter.persistence.jooq;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an H2 URL must set, or may not set, so that nothing acknowledged is lost or leaks. */
enum H2Setting {
  WRITE_DELAY("0", "anything else loses acknowledged commits when the process is killed"),
  DB_CLOSE_ON_EXIT("FALSE", "H2 would close while requests are still being answered"),
  DB_CLOSE_DELAY("-1", "H2 would close whenever the pool is idle"),
  TRACE_LEVEL_FILE("0", "H2 would write statements with phone numbers into a trace file"),
  TRACE_LEVEL_SYSTEM_OUT("0", "H2 would print statements with phone numbers"),
  LOCK_TIMEOUT("5000", Set.of(), "waiting for a row is bounded"),
  MODE("", Set.of("REGULAR"), "other modes compare and store differently"),
  AUTO_SERVER("", Set.of("FALSE"), "where several processes share a database, use PostgreSQL"),
  FILE_LOCK("", Set.of("FILE", "FS"), "two processes could open one file and destroy it"),
  ACCESS_MODE_DATA("", Set.of("RW"), "payments must be written"),
  LOCK_MODE("", Set.of("3"), "writers would not see one another's locks"),
  AUTOCOMMIT("", Set.of("TRUE", "ON"), "commits would be left open");

  /** Added where the URL does not say; empty: H2's own default is safe. */
  private final String added;

  /** Empty: any value will do. */
  private final Set<String> allowed;

  private final String why;

  H2Setting(String only, String why) {
    this(only, Set.of(only), why);
  }

  H2Setting(String added, Set<String> allowed, String why) {
    this.added = added;
    this.allowed = allowed;
    this.why = why;
  }

  private boolean allows(String value) {
    return allowed.isEmpty() || allowed.contains(value.toUpperCase(Locale.ROOT));
  }

  /** Adds the setting, or refuses the one that is there. */
  void enforce(Map<String, String> settings) {
    var given = settings.get(name());
    if (given == null) {
      if (!added.isEmpty()) {
        settings.put(name(), added);
      }
    } else if (!allows(given.strip())) {
      throw new IllegalArgumentException(
          "the H2 URL sets "
              + name()
              + ": leave it out or set "
              + name()
              + "="
              + allowed.stream().sorted().findFirst().orElseThrow()
              + " ("
              + why
              + ")");
    }
  }
}
