package io.hakika.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which part of the code may use which library. What is not on this table may be used by nobody: a
 * new dependency is admitted here, or it fails the build.
 */
final class Libraries {

  /** JDK packages that any adapter may use; the others are on the table, or nobody's. */
  private static final List<String> PLAIN_JDK =
      List.of(
          "java.io",
          "java.lang..",
          "java.math",
          "java.net",
          "java.nio..",
          "java.security..",
          "java.time..",
          "java.util..");

  static final List<Library> ALL =
      List.of(
          new Library("org.jspecify.annotations", Layout::everything),
          new Library("org.slf4j", Layout::adapters, Layout::bootstrap),
          new Library("java.net.http", Layout::darajaClient, Layout::bootstrap),
          new Library("javax.net.ssl", Layout::daraja),
          new Library("com.sun.net.httpserver", Layout::simulator),
          new Library("tools.jackson..", Layout::daraja, Layout::http, Layout::bootstrap),
          new Library("com.fasterxml.jackson.annotation", Layout::daraja, Layout::http),
          new Library("org.jooq..", Layout::persistence),
          new Library("org.flywaydb..", Layout::persistence),
          new Library("javax.sql", Layout::persistence, Layout::bootstrap),
          // HTTP tells an outage by the cause that any driver gives.
          new Library("java.sql", Layout::persistence, Layout::bootstrap, Layout::http),
          new Library("io.javalin..", Layout::http),
          new Library("org.eclipse.jetty..", Layout::http),
          new Library("jakarta.servlet..", Layout::http),
          new Library("javax.crypto..", Layout::services, Layout::bootstrap),
          new Library("com.zaxxer.hikari..", Layout::bootstrap),
          new Library("picocli..", Layout::bootstrap),
          new Library("ch.qos.logback..", Layout::bootstrap));

  private Libraries() {}

  /** Every package that somebody may use. */
  static String[] admitted() {
    return Stream.concat(PLAIN_JDK.stream(), ALL.stream().map(Library::packages))
        .toArray(String[]::new);
  }

  /** A library, and the parts of the code that may use it. */
  record Library(String packages, List<Part> users) {

    Library(String packages, Part... users) {
      this(packages, List.of(users));
    }

    String[] usersIn(Layout layout) {
      return users.stream().map(user -> user.in(layout)).toArray(String[]::new);
    }
  }

  /** A part of the code, wherever it is in a layout. */
  interface Part {

    String in(Layout layout);
  }
}
