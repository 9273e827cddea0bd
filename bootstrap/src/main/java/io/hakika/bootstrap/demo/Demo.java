package io.hakika.bootstrap.demo;

import io.hakika.adapter.daraja.simulator.Prompt;
import io.hakika.bootstrap.client.ApiClient;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sends one checkout for each {@link Scenario}, shows what becomes of it, and compares that with
 * what must become of it. One thread.
 */
public final class Demo implements AutoCloseable {

  private static final Duration BETWEEN_CHECKOUTS = Duration.ofMillis(250);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Stage stage;
  private final ApiClient api;
  private final Screen screen;
  private final List<Followed> payments = new ArrayList<>();

  private Demo(Stage stage, Screen screen) {
    this.stage = stage;
    this.screen = screen;
    this.api = stage.api();
  }

  /** Starts a simulated Daraja and a service for the demonstration. */
  public static Demo start(PrintWriter out, boolean colour) {
    var screen = new Screen(out, new Paint(colour));
    screen.introduce();
    return new Demo(Stage.open(), screen);
  }

  /** Plays every scenario; returns whether each payment ended as it must. */
  public boolean play() {
    for (var scenario : Scenario.all()) {
      payments.add(checkout(scenario));
      follow(BETWEEN_CHECKOUTS);
    }
    var end = System.nanoTime() + LONGEST.toNanos();
    while (!allAsExpected() && System.nanoTime() < end) {
      follow(Duration.ZERO);
    }
    // What comes after the expected end must show in the table too.
    follow(BETWEEN_CHECKOUTS);
    return judge();
  }

  private Followed checkout(Scenario scenario) {
    var amount = 100 + 50 * payments.size();
    var body = JsonNodeFactory.instance.objectNode();
    body.put("orderId", scenario.order());
    body.put("phoneNumber", scenario.customer().number(payments.size()));
    body.put("amount", amount);
    var reply = api.post("/v1/payments", body, "demo-" + scenario.order());
    if (!reply.ok()) {
      throw new IllegalStateException("checkout of " + scenario.order() + ": " + reply.problem());
    }
    return new Followed(scenario, reply.body(), api);
  }

  /** Shows what happens for that long, at least once. */
  private void follow(Duration time) {
    var end = System.nanoTime() + time.toNanos();
    do {
      Woven.of(payments.stream().map(Followed::news).toList()).forEach(screen::line);
      tellAtLast();
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    } while (System.nanoTime() < end);
  }

  /** Lets the late callback come, once its payment is given up. */
  private void tellAtLast() {
    payments.stream()
        .filter(payment -> payment.scenario().toldAtLast() && payment.isIn("needs_review"))
        .filter(payment -> payment.actual().callbacks() == 0)
        .forEach(payment -> prompt(payment).callBack());
  }

  private Prompt prompt(Followed payment) {
    return stage.daraja().phone(payment.payment().path("phoneNumber").asString()).awaitPrompt();
  }

  private boolean allAsExpected() {
    return payments.stream().allMatch(Followed::asExpected);
  }

  private boolean judge() {
    var checks = new Books(stage.daraja().ledger()).audit(bodies());
    var good = allAsExpected() && checks.stream().allMatch(Books.Check::kept);
    screen.table(payments);
    screen.checks(checks);
    screen.conclude(good, payments.size());
    return good;
  }

  private List<JsonNode> bodies() {
    return payments.stream().map(Followed::payment).toList();
  }

  /** Says how to go on by hand. */
  public void invite() {
    var url = api.base() + "/v1/payments";
    var curl = "curl -s -H 'Authorization: Bearer " + stage.key().secret() + "' ";
    screen.say(
        """

        The service stays up until you press Ctrl-C. Try, in another terminal (a number ending in 00 pays,
        in 01 cancels, in 02 has too little money):

          %s%s -H 'Content-Type: application/json' \\
            -d '{"orderId":"MINE-1","phoneNumber":"0712 345 600","amount":150}'
          %s'%s?orderId=MINE-1'
          %s'%s?status=needs_review'

        API %s   key %s   simulated Daraja %s"""
            .formatted(
                curl,
                url,
                curl,
                url,
                curl,
                url,
                api.base(),
                stage.key().secret(),
                stage.daraja().baseUrl()));
  }

  @Override
  public void close() {
    stage.close();
  }
}
