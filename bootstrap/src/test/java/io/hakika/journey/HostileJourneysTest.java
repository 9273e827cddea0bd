package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.daraja.simulator.Customer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What strangers and broken clients send. */
class HostileJourneysTest {

  private static final int MANGLED = 1500;
  private static final JsonMapper JSON = new JsonMapper();

  private static Rig rig;

  @BeforeAll
  static void open() {
    rig = Rig.start();
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void mangled_callbacks_fail_no_server_and_change_no_status() {
    var sale = rig.sale(Customer.NEVER_DECIDES);
    var callback = Callback.to(sale.push());
    var seed = 20261124L;
    var random = new Random(seed);
    // Another push's id: whatever survives the mangling is not about this payment.
    var seeds = List.of(Messages.success("ws_CO_0", 1500, "UKN0MANGLE"), Messages.callback("x", 1));

    for (var round = 0; round < MANGLED; round++) {
      var body = mangled(seeds.get(round % seeds.size()), random);
      var status = callback.send(body);
      assertThat(status)
          .as("seed %d, round %d: %s", seed, round, new String(body, StandardCharsets.ISO_8859_1))
          .isIn(200, 400, 413);
    }

    assertThat(sale.text("status")).isEqualTo("submitted");
    assertThat(sale.payment().path("version").asInt()).isEqualTo(2);
    assertThat(sale.timeline()).hasSizeLessThanOrEqualTo(500);
  }

  @Test
  void a_guessed_token_is_unknown() {
    var address = rig.sale(Customer.NEVER_DECIDES).push().callbackUrl().toString();
    var token = address.substring(address.lastIndexOf('/') + 1);
    var last = token.charAt(47) == '0' ? '1' : '0';
    for (var guess : List.of(token.substring(0, 47) + last, "0".repeat(48), "x", token + "0")) {
      var elsewhere = URI.create(address.replace(token, guess));

      assertThat(Callback.to(elsewhere).send(Messages.callback("x", 0))).isEqualTo(404);
    }
  }

  @Test
  void a_bad_request_names_every_faulty_field_and_stores_and_sends_nothing() {
    var before = stored();
    var pushes = rig.daraja().ledger().pushes().size();
    var request = JSON.createObjectNode();
    request.put("orderId", "").put("phoneNumber", "12").put("amount", 0);
    request.put("description", "far too long for Daraja").put("unknown", true);

    var reply = rig.post(request);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(fields(reply.body()))
        .contains("orderId", "phoneNumber", "amount", "description", "unknown");
    assertThat(stored()).isEqualTo(before);
    assertThat(rig.daraja().ledger().pushes()).hasSize(pushes);
  }

  @Test
  void amounts_that_are_no_whole_shillings_are_refused() {
    var pushes = rig.daraja().ledger().pushes().size();
    for (var amount : List.of("-1", "0", "1.5", "\"5\"", "1e3", "250001", "null", "true", "[]")) {
      var request = (ObjectNode) JSON.readTree("{\"amount\":" + amount + "}");
      request.put("orderId", "amount").put("phoneNumber", Customer.PAYS.number(1));

      assertThat(rig.post(request).status()).as(amount).isEqualTo(400);
    }
    assertThat(rig.daraja().ledger().pushes()).hasSize(pushes);
  }

  @Test
  void an_amount_over_the_limit_of_the_service_is_named() {
    var reply = rig.post(Rig.request("much", Customer.PAYS.number(2)).put("amount", 250_001));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(fields(reply.body())).containsExactly("amount");
  }

  private static int stored() {
    return rig.desk().get("/v1/payments?limit=100").body().path("data").size();
  }

  private static List<String> fields(JsonNode problem) {
    return StreamSupport.stream(problem.path("errors").spliterator(), false)
        .map(error -> error.path("field").asString())
        .toList();
  }

  /** A body that was cut, doubled, overwritten or filled with noise. */
  private static byte[] mangled(String seed, Random random) {
    var body = seed.getBytes(StandardCharsets.UTF_8);
    var times = 1 + random.nextInt(4);
    for (var time = 0; time < times && body.length > 0; time++) {
      body = mangledOnce(body, random);
    }
    return body;
  }

  private static byte[] mangledOnce(byte[] body, Random random) {
    var at = random.nextInt(body.length);
    switch (random.nextInt(5)) {
      case 0 -> {
        return Arrays.copyOf(body, at);
      }
      case 1 -> body[at] = (byte) random.nextInt(256);
      case 2 -> body[at] = (byte) "{}[]\",:0-9\\ex\u0000".charAt(random.nextInt(14));
      case 3 -> {
        var doubled = Arrays.copyOf(body, body.length + at);
        System.arraycopy(body, 0, doubled, body.length, at);
        return doubled;
      }
      default -> {
        var noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        return noise;
      }
    }
    return body;
  }
}
