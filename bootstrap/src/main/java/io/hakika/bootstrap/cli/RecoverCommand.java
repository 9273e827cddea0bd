package io.hakika.bootstrap.cli;

import io.hakika.bootstrap.cli.Recovery.Recovered;
import io.hakika.bootstrap.client.ApiClient;
import io.hakika.bootstrap.service.Core;
import io.hakika.bootstrap.service.StartFailure;
import io.hakika.bootstrap.settings.ClientSettings;
import io.hakika.bootstrap.settings.Settings;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One recovery sweep, for cron. */
@Command(
    name = "recover",
    description = {
      "Ask Daraja about payments that are not settled, once, and print what that settled.",
      "Goes through the running service; opens the database itself when no service answers."
    })
final class RecoverCommand implements Runnable {

  private static final String GO_THROUGH =
      "set HAKIKA_URL and HAKIKA_API_KEY (or --url and --key) to go through the service";

  private final Terminal terminal;

  @Option(
      names = "--since",
      paramLabel = "T",
      converter = Moment.class,
      description =
          "Everything opened since then that is not paid or failed, due or not: an instant"
              + " (2026-11-24T08:00:00Z), a day, or how long ago (48h).")
  private @Nullable Instant since;

  @Option(names = "--url", converter = Address.class, description = "Where the service is.")
  private @Nullable URI url;

  @Option(names = "--key", description = "A key of scope checkout or review.")
  private @Nullable String key;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  RecoverCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    var settings = Settings.of(terminal.environment());
    var client = settings.client().or(url, key);
    if (answers(client)) {
      print(remote(client).recover());
    } else {
      print(local(settings));
    }
  }

  /** Whether a service of ours answers, whatever else may listen there. */
  private static boolean answers(ClientSettings client) {
    try {
      var reply = new ApiClient(client.url(), null).get("/health/live");
      return reply.body().path("status").asString("").equals("up");
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private Recovery remote(ClientSettings client) {
    if (client.key() == null) {
      throw new CommandFailure(
          "a service runs at "
              + client.url()
              + ", so that its key is needed: set HAKIKA_API_KEY"
              + " or --key");
    }
    return new RemoteRecovery(new ApiClient(client.url(), client.key()), since);
  }

  private List<Recovered> local(Settings settings) {
    var wanted = settings.recover();
    try (var core = Core.of(wanted)) {
      return new LocalRecovery(core.application(), since).recover();
    } catch (StartFailure.DatabaseInUse e) {
      throw new CommandFailure(e.getMessage() + ": " + GO_THROUGH);
    }
  }

  private void print(List<Recovered> asked) {
    var settled = asked.stream().filter(Recovered::settled).toList();
    if (json) {
      terminal.out().println(document(asked.size(), settled));
      return;
    }
    settled.forEach(
        one ->
            terminal
                .out()
                .println(one.id() + "  " + one.orderId() + "  " + one.from() + " → " + one.to()));
    terminal.out().println(settled.size() + " settled of " + asked.size() + " open payments");
  }

  private static String document(int asked, List<Recovered> settled) {
    var document = Json.object().put("open", asked);
    var list = document.putArray("settled");
    settled.forEach(
        one ->
            list.addObject()
                .put("id", one.id())
                .put("orderId", one.orderId())
                .put("from", one.from())
                .put("to", one.to()));
    return document.toString();
  }
}
