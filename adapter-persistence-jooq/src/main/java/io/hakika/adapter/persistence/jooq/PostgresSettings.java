package io.hakika.adapter.persistence.jooq;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a PostgreSQL server says of itself, as this connection sees it. */
record PostgresSettings(Map<String, String> values) {

  private static final List<String> READ =
      List.of(
          "synchronous_commit",
          "fsync",
          "full_page_writes",
          "standard_conforming_strings",
          "server_encoding",
          "transaction_read_only");

  static PostgresSettings read(Connection connection) throws SQLException {
    var values = new LinkedHashMap<String, String>();
    try (var statement = connection.prepareStatement("select current_setting(?)")) {
      for (var name : READ) {
        statement.setString(1, name);
        try (var row = statement.executeQuery()) {
          row.next();
          values.put(name, row.getString(1));
        }
      }
    }
    return new PostgresSettings(values);
  }

  List<String> unsafe() {
    var unsafe = new ArrayList<String>();
    if (is("synchronous_commit", "off")) {
      unsafe.add(
          "PostgreSQL would lose acknowledged commits in a crash: set synchronous_commit=on");
    }
    if (!is("fsync", "on")) {
      unsafe.add("PostgreSQL may lose the whole database in a power cut: set fsync=on");
    }
    if (!is("full_page_writes", "on")) {
      unsafe.add("PostgreSQL may damage pages in a power cut: set full_page_writes=on");
    }
    if (!is("standard_conforming_strings", "on")) {
      unsafe.add(
          "PostgreSQL reads backslashes in texts as commands: set standard_conforming_strings=on");
    }
    if (!is("server_encoding", "UTF8")) {
      unsafe.add("the PostgreSQL database cannot keep every character: create it in UTF8");
    }
    if (!is("transaction_read_only", "off")) {
      unsafe.add("PostgreSQL only lets this connection read: connect to the primary server");
    }
    return unsafe;
  }

  private boolean is(String name, String value) {
    return value.equals(values.get(name));
  }
}
