package io.hakika.bootstrap.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of a payment, expected or actual.
 *
 * @param states the states after submission, in order, each with its reason
 * @param heardBy what a failure was learned from: {@code callback}, {@code query} or {@code
 *     submission}; null where the last state is no failure
 * @param attention why a person should look, if anybody should
 * @param callbacks how many came
 * @param pushes how often the push was sent
 */
record Outcome(
    List<String> states,
    @Nullable String heardBy,
    List<String> attention,
    int callbacks,
    int pushes) {

  Outcome {
    states = List.copyOf(states);
    attention = List.copyOf(attention);
  }

  /** The payment went through these states, after one push and one callback. */
  static Outcome of(String... states) {
    var failed = states[states.length - 1].startsWith("failed");
    return new Outcome(List.of(states), failed ? "callback" : null, List.of(), 1, 1);
  }

  Outcome heardBy(String source) {
    return new Outcome(states, source, attention, callbacks, pushes);
  }

  Outcome attention(String word) {
    return new Outcome(states, heardBy, List.of(word), callbacks, pushes);
  }

  Outcome callbacks(int count) {
    return new Outcome(states, heardBy, attention, count, pushes);
  }

  Outcome pushes(int count) {
    return new Outcome(states, heardBy, attention, callbacks, count);
  }

  /** Reads the outcome out of what the API says of a payment and its history. */
  static Outcome of(JsonNode payment, List<JsonNode> timeline) {
    var states = new ArrayList<String>();
    for (var entry : timeline) {
      var detail = entry.path("detail");
      var to = detail.path("to").asString("");
      if (kind(entry, "status_changed") && !to.equals("submitted")) {
        var reason = detail.path("reason").asString("");
        states.add(reason.isEmpty() ? to : to + " (" + reason + ")");
      }
    }
    return new Outcome(
        states,
        payment.path("failure").path("source").asString(null),
        payment.path("attention").valueStream().map(JsonNode::asString).toList(),
        (int) timeline.stream().filter(entry -> kind(entry, "callback")).count(),
        (int) timeline.stream().filter(entry -> kind(entry, "push_sent")).count());
  }

  /** One line for the table. */
  String words() {
    var words = new StringBuilder(states.isEmpty() ? "open" : String.join(" → ", states));
    if (heardBy != null && !heardBy.equals("callback")) {
      words.append(", by ").append(heardBy);
    }
    attention.forEach(word -> words.append(", listed as ").append(word));
    if (callbacks != 1) {
      words.append(callbacks == 0 ? ", no callback" : ", " + callbacks + " callbacks");
    }
    if (pushes != 1) {
      words.append(", sent ").append(pushes).append(" times");
    }
    return words.toString();
  }

  private static boolean kind(JsonNode entry, String kind) {
    return entry.path("kind").asString("").equals(kind);
  }
}
