package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hakika.adapter.daraja.DarajaConfig;
import io.hakika.adapter.daraja.DarajaCredentials;
import io.hakika.adapter.daraja.simulator.DarajaSimulator;
import io.hakika.adapter.daraja.simulator.SimulatorOptions;
import io.hakika.application.PaymentApplication;
import io.hakika.application.fake.RecordingListener;
import io.hakika.application.port.driving.StartCheckout.Result;
import io.hakika.domain.Submitted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;

/** Hakika inside a program that has a database and an HTTP server of its own. */
final class EmbeddingTest {

  private static final Path SHOP =
      Path.of("src", "test", "java", "io", "hakika", "journey", "EmbeddedShop.java");
  private static final String PATH = "/callbacks/stk/";

  @Test
  void a_host_takes_a_payment_on_its_own_database_and_hears_of_it() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var web = HttpServer.create(address, 0);
    var url = URI.create("http://127.0.0.1:" + web.getAddress().getPort());
    var connections = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
    var listener = new RecordingListener();
    var shop = new EmbeddedShop(connections, url, listener);
    try (var daraja = DarajaSimulator.start(SimulatorOptions.quick());
        var hakika = shop.hakika(config(daraja))) {
      web.createContext(PATH, exchange -> called(exchange, shop, hakika));
      web.start();

      var result = shop.checkout(hakika);

      assertThat(result).isInstanceOf(Result.Started.class);
      var payment = ((Result.Started) result).payment().payment();
      assertThat(payment).isInstanceOf(Submitted.class);
      await().atMost(Duration.ofSeconds(20)).until(() -> listener.types().contains("payment.paid"));
      assertThat(listener.types()).containsExactly("payment.submitted", "payment.paid");
      assertThat(shop.callback(hakika, "0".repeat(48), new byte[0])).isEqualTo(404);
    } finally {
      web.stop(0);
      connections.dispose();
    }
  }

  @Test
  void the_readme_shows_what_this_test_runs() throws IOException {
    var readme = Files.readString(Path.of("..", "README.md"));
    var snippets = snippets();
    assertThat(snippets).hasSize(3).allSatisfy(snippet -> assertThat(readme).contains(snippet));
  }

  private static DarajaConfig config(DarajaSimulator daraja) {
    var merchant = daraja.merchant();
    var credentials =
        DarajaCredentials.paybill(
            merchant.consumerKey(),
            merchant.consumerSecret(),
            merchant.shortCode(),
            merchant.passKey());
    return DarajaConfig.sandbox(credentials).withBaseUrl(daraja.baseUrl());
  }

  private static void called(HttpExchange exchange, EmbeddedShop shop, PaymentApplication hakika)
      throws IOException {
    var token = exchange.getRequestURI().getPath().substring(PATH.length());
    var status = shop.callback(hakika, token, exchange.getRequestBody().readAllBytes());
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static List<String> snippets() throws IOException {
    var snippets = new ArrayList<String>();
    var lines = new ArrayList<String>();
    for (var line : Files.readAllLines(SHOP)) {
      if (line.contains(" snippet begins here.")) {
        lines.clear();
      } else if (line.contains(" snippet ends here.")) {
        snippets.add(String.join("\n", lines).stripIndent());
      } else {
        lines.add(line);
      }
    }
    return snippets;
  }
}
