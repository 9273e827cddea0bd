package io.hakika.adapter.persistence.jooq;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an H2 database says of itself.
 *
 * @param path where its file is, with the way it is opened; null: in memory only
 * @param writeDelays every value it shows: the one remembered in the file, and the one in force
 */
record H2Settings(String version, @Nullable String path, String mode, List<String> writeDelays) {

  private static final String LOSES_WRITES = "2.4.240";

  static H2Settings read(Connection connection) throws SQLException {
    var version = connection.getMetaData().getDatabaseProductVersion();
    var path = first(connection, "select database_path()");
    var mode = setting(connection, "MODE");
    return new H2Settings(
        version,
        path.isEmpty() ? null : path.get(0),
        mode.isEmpty() ? "" : mode.get(0),
        setting(connection, "WRITE_DELAY"));
  }

  private static List<String> setting(Connection connection, String name) throws SQLException {
    return first(
        connection,
        "select setting_value from information_schema.settings where setting_name = '"
            + name
            + "'");
  }

  /** The first column; what is null is left out. */
  private static List<String> first(Connection connection, String query) throws SQLException {
    var values = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        var value = rows.getString(1);
        if (value != null) {
          values.add(value);
        }
      }
    }
    return values;
  }

  List<String> unsafe() {
    var unsafe = new ArrayList<String>();
    if (version.startsWith(LOSES_WRITES)) {
      unsafe.add("H2 " + LOSES_WRITES + " loses writes (h2database issue 4299): use 2.5.252");
    }
    if (path == null) {
      unsafe.add("the H2 database is in memory and keeps nothing: set a file, jdbc:h2:async:PATH");
    } else if (!path.startsWith("async:")) {
      unsafe.add(
          "one interrupted thread would close the whole H2 database:"
              + " write the URL as jdbc:h2:async:PATH");
    }
    if (writeDelays.isEmpty() || !writeDelays.stream().allMatch("0"::equals)) {
      unsafe.add(
          "H2 would lose acknowledged commits when the process is killed:"
              + " add WRITE_DELAY=0 to the URL");
    }
    if (!mode.equalsIgnoreCase("REGULAR")) {
      unsafe.add("H2 runs in MODE=" + mode + ": take MODE out of the URL");
    }
    return unsafe;
  }
}
