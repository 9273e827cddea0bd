package io.hakika.bootstrap.demo;

import io.hakika.adapter.daraja.simulator.DarajaSimulator;
import io.hakika.adapter.daraja.simulator.Delays;
import io.hakika.adapter.daraja.simulator.SimulatorOptions;
import io.hakika.bootstrap.client.ApiClient;
import io.hakika.bootstrap.service.Service;
import io.hakika.bootstrap.settings.ServiceSettings;
import io.hakika.bootstrap.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The simulated Daraja and the whole service, on a database in a temporary folder that is deleted
 * at the end.
 */
final class Stage implements AutoCloseable {

  private static final Delays DELAYS =
      Delays.tiny()
          .withAcknowledgement(Duration.ofMillis(150))
          .withDecision(Duration.ofMillis(300))
          .withSilence(Duration.ofMillis(800));

  private final Path folder;
  private final DarajaSimulator daraja;
  private final Service service;
  private final DemoKey key;

  private Stage(Path folder, DarajaSimulator daraja, Service service, DemoKey key) {
    this.folder = folder;
    this.daraja = daraja;
    this.service = service;
    this.key = key;
  }

  static Stage open() {
    var folder = temporaryFolder();
    var daraja = DarajaSimulator.start(SimulatorOptions.quick().withDelays(DELAYS));
    var key = DemoKey.make();
    try {
      return new Stage(folder, daraja, Service.start(settings(folder, daraja, key)), key);
    } catch (RuntimeException e) {
      daraja.close();
      delete(folder);
      throw e;
    }
  }

  /** As short as shows the order of things; everything else is as it would be. */
  private static ServiceSettings settings(Path folder, DarajaSimulator daraja, DemoKey key) {
    var merchant = daraja.merchant();
    var port = FreePort.find();
    var given = new HashMap<String, String>();
    given.put("MPESA_BASE_URL", daraja.baseUrl().toString());
    given.put("MPESA_CONSUMER_KEY", merchant.consumerKey());
    given.put("MPESA_CONSUMER_SECRET", merchant.consumerSecret());
    given.put("MPESA_SHORT_CODE", merchant.shortCode());
    given.put("MPESA_PASS_KEY", merchant.passKey());
    given.put("MPESA_QUERY_RATE", "1000/PT1S");
    // One customer is throttled on purpose; the others must not be slowed down by that.
    given.put("MPESA_PUSH_RATE", "1000/PT1S");
    given.put("HAKIKA_PUBLIC_URL", "http://127.0.0.1:" + port);
    given.put("HAKIKA_HTTP_HOST", "127.0.0.1");
    given.put("HAKIKA_HTTP_PORT", Integer.toString(port));
    given.put("HAKIKA_MANAGEMENT_PORT", "0");
    given.put("HAKIKA_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("hakika"));
    given.put("HAKIKA_DATABASE_DURABILITY", "process");
    given.put("HAKIKA_SPOOL_DIR", folder.resolve("spool").toString());
    given.put("HAKIKA_API_KEYS", key.entry());
    given.put("HAKIKA_RECOVERY_AFTER", "PT2S");
    given.put("HAKIKA_RECOVERY_DEADLINE", "PT3S");
    given.put("HAKIKA_RECOVERY_POLL", "PT0.25S");
    return Settings.of(Map.copyOf(given)).service();
  }

  DarajaSimulator daraja() {
    return daraja;
  }

  ApiClient api() {
    return new ApiClient(service.url(), key.secret());
  }

  DemoKey key() {
    return key;
  }

  @Override
  public void close() {
    service.close();
    daraja.close();
    delete(folder);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("hakika-demo-");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
