package io.hakika.bootstrap.cli;

import io.hakika.bootstrap.client.ApiClient;
import io.hakika.bootstrap.client.ApiClient.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lets a running service ask, about one payment after another. */
final class RemoteRecovery implements Recovery {

  private static final int TOO_MANY = 429;
  private static final int CONFLICT = 409;

  private final ApiClient api;
  private final @Nullable Instant since;

  /**
   * A recovery of what is submitted, and since then also of what waits for a review.
   *
   * @param since null: submitted payments of any age
   */
  RemoteRecovery(ApiClient api, @Nullable Instant since) {
    this.api = api;
    this.since = since;
  }

  @Override
  public List<Recovered> recover() {
    var payments = new ArrayList<>(list("submitted"));
    if (since != null) {
      payments.addAll(list("needs_review"));
    }
    var recovered = new ArrayList<Recovered>();
    for (var payment : payments) {
      var reply = api.post(path(payment), JsonNodeFactory.instance.objectNode());
      if (!putOff(reply)) {
        recovered.add(recovered(payment, accepted(reply)));
      }
    }
    return recovered;
  }

  /** Asked a moment ago, or nothing to ask by: neither is a failure of the whole. */
  private static boolean putOff(Reply reply) {
    return reply.status() == TOO_MANY || reply.status() == CONFLICT;
  }

  private List<JsonNode> list(String status) {
    var query = "/v1/payments?limit=100&status=" + status + (since == null ? "" : "&from=" + since);
    var payments = new ArrayList<JsonNode>();
    var cursor = "";
    do {
      var page = accepted(api.get(query + cursor));
      page.path("data").forEach(payments::add);
      var next = page.path("nextCursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + encoded(next);
    } while (!cursor.isEmpty() && payments.size() < MOST);
    return payments;
  }

  private static JsonNode accepted(Reply reply) {
    if (!reply.ok()) {
      throw new CommandFailure("the service answers: " + reply.problem());
    }
    return reply.body();
  }

  private static String path(JsonNode payment) {
    return "/v1/payments/" + payment.path("id").asString() + "/recover";
  }

  private static Recovered recovered(JsonNode before, JsonNode after) {
    return new Recovered(
        before.path("id").asString(),
        before.path("orderId").asString(),
        before.path("status").asString(),
        after.path("status").asString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
