package io.hakika.adapter.daraja.simulator;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One customer's story, lived over HTTP and told in the words of the documentation's table. */
record Told(DarajaSimulator simulator, Customer customer, Shop shop) {

  private static final String EARLIER = "254799000099";
  private static final Duration SHORT = Duration.ofMillis(300);

  /** So that there is a receipt which can be taken. */
  void somebodyPaysBefore() {
    new Client(simulator).push(EARLIER, shop.url());
    simulator.ledger().awaitCallbacks(1);
  }

  /** What the push is answered; tried again, as a client would, if no phone rang. */
  List<String> pushes() {
    var client = client();
    var told = new ArrayList<String>();
    for (var tries = 0; tries < 2 && phone().prompts().isEmpty(); tries++) {
      told.add(answer(client.push(phone().number(), shop.url())));
    }
    return told.stream().distinct().toList();
  }

  /** What two queries say once the customer has decided. */
  List<String> queries() {
    if (phone().prompts().isEmpty()) {
      return List.of("–");
    }
    var prompt = phone().awaitPrompt();
    if (customer.story().outcome() != null) {
      await().pollInterval(Duration.ofMillis(5)).until(() -> prompt.resultCode() != null);
    }
    var client = client();
    return Stream.of(1, 2)
        .map(nth -> answer(client.query(prompt.checkoutRequestId())))
        .distinct()
        .toList();
  }

  /** What the callbacks say; there are so many and, once everything has ended, no more. */
  List<String> callbacks(int count) {
    simulator.ledger().awaitCallbacks(count + 1);
    simulator.close();
    return simulator.ledger().callbacks().stream()
        .skip(1)
        .map(callback -> callback(callback.body()))
        .toList();
  }

  long charges() {
    return chargesOf(phone()).size();
  }

  /** Waits for every byte, except where the story is that they do not come. */
  private Client client() {
    var story = customer.story();
    var stalls = story.view() == View.STALLED || story.acknowledgement() == Acknowledgement.STALLED;
    return stalls ? new Client(simulator).patient(simulator, SHORT) : new Client(simulator);
  }

  private Phone phone() {
    return simulator.phone(customer.number(7));
  }

  private List<Ledger.Charged> chargesOf(Phone phone) {
    return simulator.ledger().charges().stream()
        .filter(charge -> charge.phone().equals(phone.number()))
        .toList();
  }

  private static String answer(RawHttp.Response answer) {
    if (answer.status() == 0) {
      return "cut";
    }
    if (!answer.isWhole()) {
      return answer.timedOut() ? "stalls" : "cut in its middle";
    }
    return answer.status() + " " + content(answer);
  }

  private static String content(RawHttp.Response answer) {
    if (!answer.headers().contains("json")) {
      return "HTML";
    }
    var json = answer.json();
    if (json.has("fault")) {
      return json.path("fault").path("detail").path("errorcode").asString();
    }
    if (json.has("errorCode")) {
      return (json.path("errorCode").asString() + " " + json.path("errorMessage").asString())
          .strip();
    }
    if (json.has("ResultCode")) {
      return "code " + json.path("ResultCode").asString();
    }
    var accepted = json.path("ResponseCode").asString().equals("0");
    return accepted ? json.has("CheckoutRequestID") ? "accepted" : "without ids" : "declined";
  }

  private String callback(String body) {
    if (!body.endsWith("}}}")) {
      return body.endsWith("}}") ? "foreign" : "broken";
    }
    var callback = Json.read(body).path("Body").path("stkCallback");
    var told = new StringBuilder(callback.path("ResultCode").asString());
    if (!callback.path("CheckoutRequestID").asString().equals(id())) {
      told.append(" of another push");
    }
    if (callback.has("CallbackMetadata")) {
      items(callback, told);
    } else if (told.toString().equals("0")) {
      told.append(" without items");
    }
    return told.toString();
  }

  private void items(JsonNode callback, StringBuilder told) {
    var amount = item(callback, "Amount");
    if (amount.asDecimal().intValue() != 1) {
      told.append(" of KES ").append(amount.asDecimal().intValue());
    }
    told.append(receipt(item(callback, "MpesaReceiptNumber").asString("")));
    if (told.charAt(0) != '0') {
      told.append(" with receipt");
    }
    if (amount.isString()) {
      told.append(" as texts");
    }
    if (item(callback, "PhoneNumber").asString("").contains("***")) {
      told.append(" masked");
    }
  }

  private String receipt(String receipt) {
    var own = chargesOf(phone()).stream().map(Ledger.Charged::receipt).toList();
    return switch (own.indexOf(receipt)) {
      case 0 -> "";
      case 1 -> " with a second receipt";
      default -> receipt.isEmpty() ? " without receipt" : taken(receipt);
    };
  }

  private String taken(String receipt) {
    var earlier = chargesOf(simulator.phone(EARLIER)).get(0).receipt();
    return earlier.equals(receipt) ? " with a taken receipt" : " with an unknown receipt";
  }

  private String id() {
    return phone().awaitPrompt().checkoutRequestId();
  }

  private static JsonNode item(JsonNode callback, String name) {
    for (var item : callback.path("CallbackMetadata").path("Item")) {
      if (item.path("Name").asString().equals(name)) {
        return item.path("Value");
      }
    }
    return callback.path("nothing");
  }
}
