package io.hakika.bootstrap.demo;

import io.hakika.bootstrap.client.ApiClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A payment whose history is read through the API while it grows. Used by one thread. */
final class Followed {

  private final Scenario scenario;
  private final String id;
  private final ApiClient api;
  private final List<JsonNode> timeline = new ArrayList<>();
  private JsonNode payment;
  private String state = "pending";

  /**
   * A payment that the API has just opened.
   *
   * @param payment the API's answer
   */
  Followed(Scenario scenario, JsonNode payment, ApiClient api) {
    this.scenario = scenario;
    this.payment = payment;
    this.id = payment.path("id").asString();
    this.api = api;
  }

  Scenario scenario() {
    return scenario;
  }

  JsonNode payment() {
    return payment;
  }

  Outcome actual() {
    return Outcome.of(payment, timeline);
  }

  boolean asExpected() {
    return actual().equals(scenario.expected());
  }

  /** Whether the payment waits for a person or a late message right now. */
  boolean isIn(String status) {
    return state.equals(status);
  }

  /** Reads what has happened since the last call. */
  List<Line> news() {
    var entries = read("/v1/payments/" + id + "/timeline?limit=100").path("entries");
    var news = new ArrayList<Line>();
    for (var entry : entries.valueStream().skip(timeline.size()).toList()) {
      timeline.add(entry);
      state = entry.path("detail").path("to").asString(state);
      news.add(line(entry));
    }
    if (!news.isEmpty()) {
      payment = read("/v1/payments/" + id);
    }
    return news;
  }

  private Line line(JsonNode entry) {
    var at = Instant.parse(entry.path("at").asString());
    return new Line(at, scenario.order(), state, says(entry));
  }

  /**
   * The entry in its own words, with what the demonstration is about or a remark where it helps.
   */
  private String says(JsonNode entry) {
    var summary = entry.path("summary").asString();
    var detail = entry.path("detail");
    return switch (entry.path("kind").asString()) {
      case "created" -> "KES " + payment.path("amount").asString() + " asked: " + scenario.tells();
      case "callback" -> summary + remark(detail.path("verdict").asString(), "applied");
      case "status_changed" -> summary + remark(detail.path("reason").asString(""), "");
      default -> summary;
    };
  }

  private static String remark(String word, String usual) {
    return word.equals(usual) ? "" : " (" + word + ")";
  }

  private JsonNode read(String path) {
    var reply = api.get(path);
    if (!reply.ok()) {
      throw new IllegalStateException("GET " + path + ": " + reply.problem());
    }
    return reply.body();
  }

  /** One line of a payment's history. */
  record Line(Instant at, String order, String state, String says) {}
}
