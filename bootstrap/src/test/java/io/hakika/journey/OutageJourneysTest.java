package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hakika.adapter.daraja.simulator.Customer;
import io.hakika.adapter.persistence.jooq.H2Url;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that answers nobody for a while. */
class OutageJourneysTest {

  private Rig rig;

  @BeforeEach
  void open() {
    rig = Rig.start();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void without_a_database_nothing_is_acknowledged_sent_or_called_broken() throws SQLException {
    var sale = rig.sale(Customer.NEVER_DECIDES);
    var callback = Callback.to(sale.push());
    var body = Messages.success(sale.prompt().checkoutRequestId(), 1500, "UKN0OUTAGE");

    try (var outage = outage()) {
      assertThat(outage.isClosed()).isFalse();
      var checkout = rig.post(Rig.request("meanwhile", Customer.PAYS.number(77)));
      assertThat(checkout.status()).isEqualTo(503);
      assertThat(checkout.body().path("code").asString()).isEqualTo("unavailable");
      assertThat(callback.send(body)).isEqualTo(503);
      await().until(() -> rig.shop().get("/health/ready").status() == 503);
      assertThat(rig.shop().get("/health/ready").body().toString()).contains("database");
      assertThat(rig.shop().get("/health/live").status()).isEqualTo(200);
    }

    await().until(() -> rig.shop().get("/health/ready").status() == 200);
    assertThat(rig.daraja().ledger().pushesOf("meanwhile")).isEmpty();
    assertThat(callback.send(body)).isEqualTo(200);
    sale.becomes("paid");
  }

  /** While it lasts, the database refuses everybody else. */
  private Connection outage() throws SQLException {
    var url = H2Url.safe(rig.given().get("HAKIKA_DATABASE_URL"));
    var connection = DriverManager.getConnection(url, "sa", "");
    try (var statement = connection.createStatement()) {
      statement.execute("SET EXCLUSIVE 2");
    }
    return connection;
  }
}
