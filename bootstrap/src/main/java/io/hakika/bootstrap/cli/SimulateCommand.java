package io.hakika.bootstrap.cli;

import io.hakika.adapter.daraja.simulator.DarajaSimulator;
import io.hakika.adapter.daraja.simulator.Ledger;
import io.hakika.adapter.daraja.simulator.Merchant;
import io.hakika.adapter.daraja.simulator.SimulatorOptions;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the Daraja simulator alone, for any client in any language. */
@Command(
    name = "simulate",
    description = {
      "Run a simulated Daraja: OAuth, STK push, query and callbacks, without an account.",
      "Customers behave by the last two digits of their number: 00 pays, 01 cancels, 02 has too"
          + " little money, 03 mistypes the PIN, 04 does not answer; the documentation lists all."
    })
final class SimulateCommand implements Runnable {

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "The address to listen on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "8090",
      description = "The port to listen on, 0 for any (default: ${DEFAULT-VALUE}).")
  private int port;

  SimulateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    var daraja = start();
    try (var stop = new OnStop(daraja::close)) {
      introduce(daraja);
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private DarajaSimulator start() {
    try {
      return DarajaSimulator.start(
          SimulatorOptions.human().withHost(host).withPort(port).withListener(this::tell));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw new CommandFailure(
          "cannot listen on " + host + ":" + port + ": " + e.getCause().getMessage());
    }
  }

  private void introduce(DarajaSimulator daraja) {
    var merchant = daraja.merchant();
    var out = terminal.out();
    out.println("A simulated Daraja listens on " + daraja.baseUrl() + ". No money moves.");
    out.println("For a service that is to use it:");
    out.println();
    settings(daraja, merchant);
    out.println();
  }

  private void settings(DarajaSimulator daraja, Merchant merchant) {
    var out = terminal.out();
    out.println("  export MPESA_BASE_URL=" + daraja.baseUrl());
    out.println("  export MPESA_CONSUMER_KEY=" + merchant.consumerKey());
    out.println("  export MPESA_CONSUMER_SECRET=" + merchant.consumerSecret());
    out.println("  export MPESA_SHORT_CODE=" + merchant.shortCode());
    out.println("  export MPESA_PASS_KEY=" + merchant.passKey());
  }

  private void tell(Ledger.Entry entry) {
    var time =
        LocalTime.ofInstant(entry.at(), ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    terminal.out().println(time + "  " + entry);
  }
}
