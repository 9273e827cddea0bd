package io.hakika.bootstrap.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Runs commands as a shell would, in this process, and keeps what they print. */
final class Shell {

  private Shell() {}

  static Ran run(Map<String, String> environment, String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var terminal =
        new Terminal(environment, new PrintWriter(out, true), new PrintWriter(err, true), false);
    var code = HakikaCommand.run(terminal, arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  /** What a command did: its exit code, and what it wrote. */
  record Ran(int code, String out, String err) {

    List<String> faults() {
      return err.lines().toList();
    }
  }
}
