package io.hakika.adapter.http.javalin.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of one request, taken out one by one. Faults are gathered, so that all of them can be
 * told at once: {@link #check} tells them. Until then a faulty field reads as absent.
 */
public final class Fields {

  private final ObjectNode object;
  private final List<FieldError> errors;
  private final Set<String> known = new HashSet<>();

  Fields(ObjectNode object, List<FieldError> errors) {
    this.object = object;
    this.errors = new ArrayList<>(errors);
  }

  /**
   * Reads a body of JSON.
   *
   * @throws InvalidRequest if it is no JSON object that everybody understands alike
   */
  public static Fields ofJson(byte[] body) {
    return JsonReader.read(body);
  }

  /** Reads the part of an address after its question mark; null: there is none. */
  public static Fields ofQuery(@Nullable String query) {
    return QueryString.read(query);
  }

  /** A text that has to be there. */
  <T> @Nullable T required(String name, Function<String, T> parse) {
    var node = take(name);
    if (node == null) {
      fault(name, "is required");
      return null;
    }
    return text(name, node, parse);
  }

  /** A text that may be absent, or null. */
  <T> @Nullable T optional(String name, Function<String, T> parse) {
    var node = take(name);
    return node == null ? null : text(name, node, parse);
  }

  /** A whole number, written as one, that has to be there. */
  <T> @Nullable T requiredInteger(String name, Function<Long, T> parse) {
    var node = take(name);
    if (node == null) {
      fault(name, "is required");
      return null;
    }
    return integer(name, node, parse);
  }

  /** A whole number, written as one, that may be absent, or null. */
  <T> @Nullable T optionalInteger(String name, Function<Long, T> parse) {
    var node = take(name);
    return node == null ? null : integer(name, node, parse);
  }

  /** An object that may be absent, or null. */
  @Nullable ObjectNode optionalObject(String name) {
    var node = take(name);
    if (node == null || node instanceof ObjectNode) {
      return (ObjectNode) node;
    }
    fault(name, "has to be an object");
    return null;
  }

  /** Notes that a field cannot be accepted. */
  void fault(String name, String message) {
    errors.add(new FieldError(name, message));
  }

  /** Whether a fault was found with a field already. */
  boolean isFaulty(String name) {
    return errors.stream().anyMatch(error -> error.field().equals(name));
  }

  /** Notes a fault that was found outside the body. */
  public void fault(FieldError error) {
    errors.add(error);
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidRequest naming every field that was faulty, or that nobody asked for
   */
  public void check() {
    object.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> fault(name, "is no field of this request"));
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
  }

  private @Nullable JsonNode take(String name) {
    known.add(name);
    var node = object.get(name);
    return node == null || node.isNull() ? null : node;
  }

  <T> @Nullable T text(String name, JsonNode node, Function<String, T> parse) {
    if (!node.isString()) {
      fault(name, "has to be a string");
      return null;
    }
    var text = node.stringValue();
    if (!Characters.arePrintable(text)) {
      fault(name, "holds a control character or half of a surrogate pair");
      return null;
    }
    return parsed(name, text, parse);
  }

  private <T> @Nullable T integer(String name, JsonNode node, Function<Long, T> parse) {
    if (!node.isIntegralNumber()) {
      fault(name, "has to be an integer, without quotes, point or exponent");
      return null;
    }
    var number = node.bigIntegerValue();
    if (number.bitLength() > 53) {
      fault(name, number.signum() < 0 ? "is far too small" : "is far too large");
      return null;
    }
    return parsed(name, number.longValue(), parse);
  }

  /** The values of the domain say themselves what is wrong, and hide what must not be shown. */
  private <F, T> @Nullable T parsed(String name, F from, Function<F, T> parse) {
    try {
      return parse.apply(from);
    } catch (IllegalArgumentException e) {
      fault(name, String.valueOf(e.getMessage()));
      return null;
    }
  }
}
