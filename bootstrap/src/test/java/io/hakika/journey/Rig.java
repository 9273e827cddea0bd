package io.hakika.journey;

import io.hakika.adapter.daraja.simulator.Customer;
import io.hakika.adapter.daraja.simulator.DarajaSimulator;
import io.hakika.adapter.daraja.simulator.Delays;
import io.hakika.adapter.daraja.simulator.SimulatorOptions;
import io.hakika.bootstrap.client.ApiClient;
import io.hakika.bootstrap.client.ApiClient.Reply;
import io.hakika.bootstrap.service.Service;
import io.hakika.bootstrap.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A whole service with its own Daraja, in this process. */
final class Rig implements AutoCloseable {

  /** What comes late comes only when a test sends it. */
  private static final Delays DELAYS = Delays.tiny().withLate(Duration.ofHours(1));

  /** Who decides and tells nobody: only asking Daraja brings it. */
  private static final Set<Customer> SILENT =
      EnumSet.of(Customer.SILENTLY_PAYS, Customer.SILENTLY_CANCELS, Customer.SILENTLY_NO_ANSWER);

  private final AtomicInteger sales = new AtomicInteger();
  private final JumpingClock clock = new JumpingClock();
  private final Path folder;
  private final DarajaSimulator daraja;
  private final Map<String, String> given;
  private final Service service;

  private Rig(Map<String, String> changes) {
    this.folder = temporaryFolder();
    this.daraja = DarajaSimulator.start(SimulatorOptions.quick().withDelays(DELAYS));
    this.given = Given.service(daraja.baseUrl(), Ports.free(), folder);
    given.putAll(changes);
    this.service = Service.start(Settings.of(given).service(), clock);
  }

  static Rig start() {
    return with(Map.of());
  }

  /** With these settings changed. */
  static Rig with(Map<String, String> changes) {
    return new Rig(changes);
  }

  DarajaSimulator daraja() {
    return daraja;
  }

  /** The API as a shop uses it. */
  ApiClient shop() {
    return new ApiClient(service.url(), Given.SHOP);
  }

  /** The API as somebody uses it who decides what no message could. */
  ApiClient desk() {
    return new ApiClient(service.url(), Given.REVIEWER);
  }

  /** The settings of the service. */
  Map<String, String> given() {
    return Map.copyOf(given);
  }

  /** Stops the service; its database and Daraja stay. */
  void stopService() {
    service.close();
  }

  void passes(Duration time) {
    clock.passes(time);
  }

  /** A checkout by a customer of that kind, who has a phone of his own. */
  Sale sale(Customer customer) {
    var number = sales.incrementAndGet();
    var sale = sale(request("order-" + number, customer.number(number)));
    // Customers decide in real time, which a jump of the clock does not wait for.
    return SILENT.contains(customer) ? sale.isDecided() : sale;
  }

  Sale sale(ObjectNode request) {
    return new Sale(this, post(request));
  }

  Reply post(ObjectNode request) {
    return shop().post("/v1/payments", request);
  }

  static ObjectNode request(String order, String phone) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("orderId", order)
        .put("phoneNumber", phone)
        .put("amount", 1500);
  }

  @Override
  public void close() {
    service.close();
    daraja.close();
    delete(folder);
  }

  static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("hakika-journey-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
