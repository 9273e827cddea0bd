package io.hakika.bootstrap.cli;

import io.hakika.bootstrap.service.Service;
import io.hakika.bootstrap.settings.Settings;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;

/** Runs the service until it is told to stop. */
@Command(
    name = "serve",
    description =
        "Run the service. Its settings come from the environment, or from the file that"
            + " HAKIKA_CONFIG names.")
final class ServeCommand implements Runnable {

  /** How long readiness says no before requests are turned away: balancers look each second. */
  private static final Duration DRAIN = Duration.ofSeconds(2);

  private final Terminal terminal;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    var settings = Settings.of(terminal.environment());
    // Before any fault is told: a name that was misspelt is the one that is missing.
    settings.warnings().forEach(this::warn);
    var wanted = settings.service();
    if (wanted.mpesa().baseUrl() != null) {
      warn(
          "MPESA_BASE_URL is set: payments are taken on the word of "
              + wanted.mpesa().baseUrl()
              + ", not of Safaricom");
    }
    var service = Service.start(wanted);
    try (var stop = new OnStop(() -> stop(service))) {
      terminal.out().println("Hakika is ready: " + service.addresses());
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void warn(String line) {
    terminal.err().println("hakika: warning: " + line);
  }

  private static void stop(Service service) {
    service.drain();
    var end = System.nanoTime() + DRAIN.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    service.close();
  }
}
