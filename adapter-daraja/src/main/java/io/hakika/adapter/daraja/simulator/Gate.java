package io.hakika.adapter.daraja.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every push and query must pass: method, token, JSON, its fields, the merchant's password.
 */
final class Gate {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Tokens tokens;

  Gate(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Whether a request may pass. */
  sealed interface Admission {}

  /** It may: it is of this merchant, with this token and this body. */
  record Admitted(Merchant merchant, String token, JsonNode body) implements Admission {

    @Override
    public String toString() {
      return "admitted: " + merchant;
    }
  }

  /** It may not. */
  record TurnedAway(Rebuff why) implements Admission {}

  /** What a field must be. */
  record Rule(String field, Predicate<String> holds) {}

  /** Tries a request against {@code rules}; the first that it breaks is named. */
  Admission admit(Incoming request, List<Rule> rules) {
    if (!request.method().equals("POST")) {
      return new TurnedAway(Rebuff.METHOD);
    }
    var token = request.credentials("Bearer");
    if (token.isEmpty()) {
      return new TurnedAway(Rebuff.HEADER);
    }
    var merchant = tokens.owner(token.get());
    if (merchant.isEmpty()) {
      return new TurnedAway(Rebuff.TOKEN);
    }
    if (!request.isJson()) {
      // So Daraja answers when the content type is missing or another.
      return new TurnedAway(Rebuff.field(Fields.SHORT_CODE));
    }
    return read(request)
        .map(body -> admit(new Admitted(merchant.get(), token.get(), body), rules))
        .orElseGet(() -> new TurnedAway(Rebuff.PAYLOAD));
  }

  private static Admission admit(Admitted asked, List<Rule> rules) {
    var body = asked.body();
    for (var rule : rules) {
      if (!rule.holds().test(Fields.text(body, rule.field()))) {
        return new TurnedAway(Rebuff.field(rule.field()));
      }
    }
    if (!Fields.text(body, Fields.SHORT_CODE).equals(asked.merchant().shortCode())) {
      return new TurnedAway(Rebuff.MERCHANT);
    }
    return Fields.text(body, Fields.PASSWORD).equals(password(asked.merchant(), body))
        ? asked
        : new TurnedAway(Rebuff.CREDENTIALS);
  }

  private static String password(Merchant merchant, JsonNode body) {
    var plain = merchant.shortCode() + merchant.passKey() + Fields.text(body, Fields.TIMESTAMP);
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<JsonNode> read(Incoming request) {
    if (request.isTooLong()) {
      return Optional.empty();
    }
    try {
      var body = JSON.readTree(request.body());
      return body.isObject() ? Optional.of(body) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
