package io.hakika.bootstrap.cli;

import io.hakika.bootstrap.service.StartFailure;
import io.hakika.bootstrap.settings.ConfigurationException;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a whole. */
@Command(
    name = "hakika",
    description = "Takes M-Pesa payments by STK Push, and always knows what became of each.",
    versionProvider = HakikaCommand.Version.class)
public final class HakikaCommand implements Runnable {

  private static final int FAILED = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  private HakikaCommand() {}

  /** Runs what {@code args} ask for, and returns the exit code. */
  public static int run(Terminal terminal, String... args) {
    var line =
        new CommandLine(new HakikaCommand())
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand(new ServeCommand(terminal))
            .addSubcommand(new SimulateCommand(terminal))
            .addSubcommand(new RecoverCommand(terminal))
            .addSubcommand(new KeysCommand(terminal))
            .addSubcommand(new MigrateCommand(terminal));
    return line.setOut(terminal.out())
        .setErr(terminal.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(HakikaCommand::wrongUsage)
        .setExecutionExceptionHandler(HakikaCommand::failed)
        .execute(args);
  }

  /** Called without a command. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }

  private static int wrongUsage(ParameterException wrong, String[] args) {
    var line = wrong.getCommandLine();
    var err = line.getErr();
    tell(err, wrong.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
      err.println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    }
    return line.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int failed(Exception fault, CommandLine line, ParseResult parsed) {
    if (fault instanceof ConfigurationException configuration) {
      configuration.faults().forEach(one -> tell(line.getErr(), one));
      return line.getCommandSpec().exitCodeOnInvalidInput();
    }
    var expected = fault instanceof CommandFailure || fault instanceof StartFailure;
    if (!expected) {
      LoggerFactory.getLogger(HakikaCommand.class).error("Unexpected fault", fault);
    }
    tell(line.getErr(), expected ? fault.getMessage() : "unexpected fault, see the log above");
    return FAILED;
  }

  private static void tell(PrintWriter err, String line) {
    err.println("hakika: " + line);
  }

  /** Reads the version out of the jar's manifest. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      var version = HakikaCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Hakika " + (version == null ? "(not packaged)" : version)};
    }
  }
}
