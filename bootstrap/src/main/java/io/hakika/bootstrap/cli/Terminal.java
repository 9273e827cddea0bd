package io.hakika.bootstrap.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command sees of the world: its environment and where it may write.
 *
 * @param colour whether {@code out} shows colours
 */
public record Terminal(
    Map<String, String> environment, PrintWriter out, PrintWriter err, boolean colour) {

  public Terminal {
    environment = Map.copyOf(environment);
  }

  /**
   * The process's own. Writes UTF-8 whatever the locale says: in a container it often says nothing.
   */
  public static Terminal ofProcess() {
    var environment = System.getenv();
    return new Terminal(
        environment,
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        showsColour(environment));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }

  /** As <a href="https://no-color.org">no-color.org</a> asks; a pipe shows none. */
  private static boolean showsColour(Map<String, String> environment) {
    return isTerminal()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  /** The launcher knows; without it, Java itself can tell until 21, and later guesses wrong. */
  private static boolean isTerminal() {
    var known = System.getProperty("hakika.terminal");
    return known != null
        ? Boolean.parseBoolean(known)
        : Runtime.version().feature() < 22 && System.console() != null;
  }
}
