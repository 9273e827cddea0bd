package io.hakika.bootstrap;

import io.hakika.bootstrap.cli.HakikaCommand;
import io.hakika.bootstrap.cli.Terminal;

/** Where the process begins. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    setUpJvm();
    System.exit(HakikaCommand.run(Terminal.ofProcess(), args));
  }

  /** What the JDK and libraries read once, so that it has to be set before they load. */
  private static void setUpJvm() {
    // Java 17 keeps idle connections for twenty minutes; Daraja drops them much sooner, and a push
    // on a dropped connection has an outcome that nobody knows.
    setUnlessSet("jdk.httpclient.keepalive.timeout", "5");
    setUnlessSet("org.jooq.no-logo", "true");
    setUnlessSet("org.jooq.no-tips", "true");
  }

  private static void setUnlessSet(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
