package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.daraja.simulator.Customer;
import io.hakika.bootstrap.cli.HakikaCommand;
import io.hakika.bootstrap.cli.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The recovery of cron, with a service and without. */
class RecoverJourneysTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Rig rig;

  @BeforeEach
  void open() {
    rig = Rig.with(Map.of("HAKIKA_RECOVERY_POLL", "PT0S", "HAKIKA_RECOVERY_AFTER", "PT0S"));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_running_service_is_asked_and_what_settled_is_printed() {
    var cancelled = rig.sale(Customer.SILENTLY_CANCELS);
    rig.sale(Customer.NEVER_DECIDES);

    var code = recover(Map.of("HAKIKA_API_KEY", Given.SHOP));

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains(cancelled.id() + "  order-1  submitted → failed", "1 settled of 2");
    cancelled.isFailed("cancelled", "query");
  }

  @Test
  void without_a_key_a_running_service_is_left_alone() {
    rig.sale(Customer.SILENTLY_CANCELS);

    assertThat(recover(Map.of())).isEqualTo(1);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().contains("HAKIKA_API_KEY");
  }

  @Test
  void a_wrong_key_is_a_failure_in_one_line() {
    assertThat(recover(Map.of("HAKIKA_API_KEY", "hk_of_somebody_else"))).isEqualTo(1);

    assertThat(err.toString().lines()).singleElement().asString().doesNotContain("somebody_else");
  }

  @Test
  void without_a_service_the_database_is_opened() {
    var sale = rig.sale(Customer.SILENTLY_CANCELS);
    rig.stopService();

    assertThat(recover(Map.of(), "--json")).isZero();

    var printed = new JsonMapper().readTree(out.toString());
    assertThat(printed.path("settled").get(0).path("id").asString()).isEqualTo(sale.id());
    assertThat(printed.path("settled").get(0).path("to").asString()).isEqualTo("failed");
  }

  @Test
  void since_a_moment_also_what_waits_for_a_person_is_asked_about() {
    var sale = rig.sale(Customer.CANCELS).isFailed("cancelled", "callback");
    sale.resolve("reopen", "");
    rig.sale(Customer.SILENTLY_CANCELS);
    rig.stopService();

    assertThat(recover(Map.of(), "--since", "1h")).isZero();

    assertThat(out.toString()).contains("order-2  submitted → failed", "of 2 open payments");
  }

  private int recover(Map<String, String> more, String... options) {
    var environment = new HashMap<>(rig.given());
    environment.putAll(more);
    var arguments = new String[options.length + 1];
    arguments[0] = "recover";
    System.arraycopy(options, 0, arguments, 1, options.length);
    var terminal =
        new Terminal(environment, new PrintWriter(out, true), new PrintWriter(err, true), false);
    return HakikaCommand.run(terminal, arguments);
  }
}
