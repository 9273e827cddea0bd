package io.hakika.bootstrap.cli;

import io.hakika.adapter.persistence.jooq.Schema;
import io.hakika.bootstrap.service.Schemas;
import io.hakika.bootstrap.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the database to the schema that this version needs. */
@Command(name = "migrate", description = "Apply the missing schema migrations.")
final class MigrateCommand implements Runnable {

  private final Terminal terminal;

  @Option(names = "--sql", description = "Print every migration instead of applying any.")
  private boolean sql;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  MigrateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    if (sql) {
      terminal.out().println(Schema.sql());
      return;
    }
    var applied = Schemas.migrate(Settings.of(terminal.environment()).store());
    if (json) {
      var printed = Json.object();
      applied.forEach(printed.putArray("applied")::add);
      terminal.out().println(printed);
    } else if (applied.isEmpty()) {
      terminal.out().println("The database is up to date.");
    } else {
      terminal.out().println("Applied what was missing:");
      applied.forEach(one -> terminal.out().println("  " + one));
    }
  }
}
