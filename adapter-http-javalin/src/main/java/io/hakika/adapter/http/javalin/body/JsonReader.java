package io.hakika.adapter.http.javalin.body;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a body as one JSON object, and takes nothing that two readers could understand in two ways:
 * no repaired UTF-8, no byte order mark, no name twice, nothing after the end, no deep nesting.
 */
final class JsonReader {

  private static final int DEEPEST = 16;

  /** Enough for any amount; a longer number is refused before anybody computes with it. */
  private static final int LONGEST_NUMBER = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final List<FieldError> errors;

  private JsonReader(List<FieldError> errors) {
    this.errors = errors;
  }

  /**
   * Reads {@code body}.
   *
   * @throws InvalidRequest if it is no JSON object that everybody understands alike
   */
  static Fields read(byte[] body) {
    var text = decode(body);
    if (text.startsWith("\uFEFF")) {
      throw new InvalidRequest("The body begins with a byte order mark.");
    }
    var errors = new ArrayList<FieldError>();
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new Fields(new JsonReader(errors).document(parser), errors);
    } catch (JacksonException e) {
      // Its message quotes the body, so only the place is told.
      throw new InvalidRequest("The body is not acceptable JSON" + place(e) + ".");
    }
  }

  private static String decode(byte[] body) {
    if (body.length == 0) {
      throw new InvalidRequest("The body is empty; it has to be a JSON object.");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidRequest("The body is not UTF-8.");
    }
  }

  private static String place(JacksonException e) {
    var where = e.getLocation();
    return where == null ? "" : ": line " + where.getLineNr() + ", column " + where.getColumnNr();
  }

  private ObjectNode document(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new InvalidRequest("The body has to be a JSON object.");
    }
    var object = object(parser, "");
    if (parser.nextToken() != null) {
      throw new InvalidRequest("Something follows the JSON object in the body.");
    }
    return object;
  }

  private ObjectNode object(JsonParser parser, String path) {
    var object = nodes.objectNode();
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      var field = path + name;
      if (object.has(name)) {
        errors.add(new FieldError(field, "is there twice"));
      }
      object.set(name, value(parser, field + "."));
    }
    return object;
  }

  private JsonNode array(JsonParser parser, String path) {
    var array = nodes.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, path));
    }
    return array;
  }

  private JsonNode value(JsonParser parser, String path) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path);
      case START_ARRAY -> array(parser, path);
      case VALUE_STRING -> nodes.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> nodes.numberNode(new BigInteger(parser.getString()));
      case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(parser.getBooleanValue());
      default -> nodes.nullNode();
    };
  }
}
