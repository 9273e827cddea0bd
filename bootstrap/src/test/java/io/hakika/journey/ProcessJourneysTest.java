package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hakika.adapter.daraja.simulator.Customer;
import io.hakika.adapter.daraja.simulator.DarajaSimulator;
import io.hakika.adapter.daraja.simulator.Delays;
import io.hakika.adapter.daraja.simulator.SimulatorOptions;
import io.hakika.bootstrap.client.ApiClient;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service as a process: its start, its end, and its neighbours. */
class ProcessJourneysTest {

  private Path folder;
  private DarajaSimulator daraja;
  private Map<String, String> given;
  private ApiClient shop;

  @BeforeEach
  void open() {
    folder = Rig.temporaryFolder();
    var delays = Delays.tiny().withLate(Duration.ofHours(1));
    daraja = DarajaSimulator.start(SimulatorOptions.quick().withDelays(delays));
    given = Given.service(daraja.baseUrl(), Ports.free(), folder);
    given.put("HAKIKA_RECOVERY_AFTER", "P1D");
    shop = new ApiClient(URI.create(given.get("HAKIKA_PUBLIC_URL")), Given.SHOP);
  }

  @AfterEach
  void close() {
    daraja.close();
    Rig.delete(folder);
  }

  @Test
  void a_stop_says_not_ready_first_and_finishes_what_was_begun() throws Exception {
    try (var service = ServiceProcess.serve(given);
        var held = daraja.holdPushes()) {
      var begun =
          CompletableFuture.supplyAsync(
              () -> shop.post("/v1/payments", Rig.request("begun", phone())));
      var push = held.await();

      service.terminate();
      await().until(() -> shop.get("/health/ready").status() == 503);
      assertThat(shop.get("/health/live").status()).isEqualTo(200);
      push.accept();

      assertThat(begun.get().status()).isEqualTo(201);
      assertThat(service.ended()).isEqualTo(143);
    }
    assertThat(Files.exists(folder.resolve("hakika.lock.db"))).isFalse();
    thePaymentIsSubmitted();
  }

  private void thePaymentIsSubmitted() {
    try (var service = ServiceProcess.serve(given)) {
      assertThat(service.printed()).anyMatch(line -> line.contains(given.get("HAKIKA_HTTP_PORT")));
      var found = shop.get("/v1/payments?orderId=begun").body().path("data").get(0);
      assertThat(found.path("status").asString()).isEqualTo("submitted");
    }
  }

  @Test
  void a_second_process_is_told_in_one_line_that_the_database_has_an_owner() {
    try (var service = ServiceProcess.serve(given)) {
      assertThat(service.printed()).anyMatch(line -> line.contains("MPESA_BASE_URL"));
      var other = new HashMap<>(given);
      other.put("HAKIKA_HTTP_PORT", Integer.toString(Ports.free()));

      for (var command : new String[] {"serve", "recover", "migrate"}) {
        try (var second = ServiceProcess.run(other, command)) {
          assertThat(second.ended()).as(command).isEqualTo(1);
          assertThat(second.printed())
              .filteredOn(line -> !line.contains("warning"))
              .singleElement()
              .asString()
              .startsWith("hakika: the database is in use");
        }
      }
    }
  }

  @Test
  void a_stranger_writes_nothing_into_the_log() throws Exception {
    // The log of the service, not that of the tests.
    given.put("JDK_JAVA_OPTIONS", "-Dlogback.configurationFile=logback.xml");
    var port = Integer.parseInt(given.get("HAKIKA_HTTP_PORT"));
    var refused = List.of("Host: stranger\r\nHost: stranger2\r\n", "Host: <stranger>\r\n");
    try (var service = ServiceProcess.serve(given)) {
      for (var headers : refused) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
          var request = "GET /health/live HTTP/1.1\r\n" + headers + "\r\n";
          socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
          assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 400");
        }
      }
      await()
          .untilAsserted(
              () ->
                  assertThat(service.printed())
                      .filteredOn(line -> line.contains("RequestLog: - - 400"))
                      .hasSameSizeAs(refused));
      assertThat(service.printed()).noneMatch(line -> line.contains("stranger"));
    }
  }

  @Test
  void a_jvm_that_repeats_requests_by_itself_is_refused() {
    given.put("JAVA_TOOL_OPTIONS", "-Djdk.httpclient.enableAllMethodRetry=true");

    try (var service = ServiceProcess.run(given, "serve")) {
      assertThat(service.ended()).isEqualTo(1);
      assertThat(service.printed())
          .filteredOn(line -> line.startsWith("hakika: the JVM"))
          .singleElement()
          .asString()
          .contains("enableAllMethodRetry");
    }
  }

  private static String phone() {
    return Customer.NEVER_DECIDES.number(1);
  }
}
