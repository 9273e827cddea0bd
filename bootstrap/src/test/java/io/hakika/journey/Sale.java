package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hakika.adapter.daraja.simulator.Prompt;
import io.hakika.adapter.daraja.simulator.PushRequest;
import io.hakika.bootstrap.client.ApiClient.Reply;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One payment, as the shop sees it through the API. */
final class Sale {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(20);

  private final Rig rig;
  private final Reply answer;
  private final String id;

  Sale(Rig rig, Reply answer) {
    assertThat(answer.ok()).as("checkout: %s", answer.problem()).isTrue();
    this.rig = rig;
    this.answer = answer;
    this.id = answer.body().path("id").asString();
  }

  String id() {
    return id;
  }

  /** What the checkout was answered. */
  Reply answer() {
    return answer;
  }

  JsonNode payment() {
    return read("/v1/payments/" + id);
  }

  String text(String field) {
    return payment().path(field).asString("");
  }

  List<JsonNode> timeline() {
    return read("/v1/payments/" + id + "/timeline?limit=100")
        .path("entries")
        .valueStream()
        .toList();
  }

  /** The verdicts on its callbacks, in order. */
  List<String> verdicts() {
    return timeline().stream()
        .filter(entry -> entry.path("kind").asString().equals("callback"))
        .map(entry -> entry.path("detail").path("verdict").asString())
        .toList();
  }

  /** How often its status changed. */
  long changes() {
    return count("status_changed");
  }

  long count(String kind) {
    return timeline().stream().filter(entry -> entry.path("kind").asString().equals(kind)).count();
  }

  /** Waits until the customer has decided, which Daraja then knows. */
  Sale isDecided() {
    await().atMost(Duration.ofSeconds(10)).until(() -> prompt().resultCode() != null);
    return this;
  }

  /** Waits until the payment has that status. */
  Sale becomes(String status) {
    return becomes(payment -> payment.path("status").asString().equals(status), status);
  }

  /** Waits until somebody should look at the payment for that reason. */
  Sale isListedFor(String attention) {
    return becomes(
        payment -> payment.path("attention").valueStream().anyMatch(is(attention)), attention);
  }

  /** Waits until Daraja was asked about the payment so often. */
  Sale wasAsked(int times) {
    return becomes(
        payment -> payment.path("lastQuery").path("count").asInt(0) >= times, times + " queries");
  }

  /** Waits until so many callbacks were told. */
  Sale wasTold(int times) {
    return becomes(payment -> count("callback") >= times, times + " callbacks");
  }

  /** Waits until its history holds an entry of that kind. */
  Sale knows(String kind) {
    return becomes(payment -> count(kind) > 0, kind);
  }

  private Sale becomes(Predicate<JsonNode> condition, String what) {
    await(what).atMost(PATIENCE).pollInterval(LOOK).until(this::payment, condition);
    return this;
  }

  Sale isFailed(String category, String source) {
    becomes("failed");
    var failure = payment().path("failure");
    assertThat(failure.path("category").asString()).isEqualTo(category);
    assertThat(failure.path("source").asString()).isEqualTo(source);
    return this;
  }

  Sale isForReview(String reason) {
    becomes("needs_review");
    assertThat(payment().path("review").path("reason").asString()).isEqualTo(reason);
    return this;
  }

  /** What the phone shows. */
  Prompt prompt() {
    return rig.daraja().phone(text("phoneNumber")).awaitPrompt();
  }

  /** The push as it went out last. */
  PushRequest push() {
    var pushes = rig.daraja().ledger().pushesOf(text("accountReference"));
    return pushes.get(pushes.size() - 1).request();
  }

  int pushes() {
    return rig.daraja().ledger().pushesOf(text("accountReference")).size();
  }

  /** The customer says that it is paid: the shop asks now. */
  Reply recover() {
    return rig.shop()
        .post("/v1/payments/" + id + "/recover", JsonNodeFactory.instance.objectNode());
  }

  /** Somebody decides. */
  Reply resolve(String outcome, String receipt) {
    var body = JsonNodeFactory.instance.objectNode().put("outcome", outcome).put("note", "checked");
    if (!receipt.isEmpty()) {
      body.put("mpesaReceiptNumber", receipt);
    }
    return rig.desk().post("/v1/payments/" + id + "/resolution", body);
  }

  private JsonNode read(String path) {
    var reply = rig.desk().get(path);
    assertThat(reply.ok()).as("GET %s: %s", path, reply.problem()).isTrue();
    return reply.body();
  }

  private static Predicate<JsonNode> is(String word) {
    return node -> node.asString().equals(word);
  }
}
