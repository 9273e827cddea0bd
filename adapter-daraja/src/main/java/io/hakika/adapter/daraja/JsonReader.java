package io.hakika.adapter.daraja;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads a stranger's bytes as JSON within limits: 64 KiB, sixteen levels, no name twice, nothing
 * after the end.
 *
 * <p>Lenient where leniency loses nothing: a byte order mark, UTF-16, bytes that are no UTF-8 and
 * bare control characters are read, because a payment may hang on the rest.
 */
final class JsonReader {

  static final int MOST_BYTES = 65_536;

  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(MOST_BYTES)
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(MOST_BYTES)
                  .maxNameLength(MOST_BYTES)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private JsonReader() {}

  /** Reads all of {@code body}; {@link Json.Broken} if it is not one JSON value. */
  static Json read(byte[] body) {
    if (body.length > MOST_BYTES) {
      return new Json.Broken("it is longer than 64 KiB");
    }
    if (body.length == 0) {
      return new Json.Broken("it is empty");
    }
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), decoded(body))) {
      return document(parser);
    } catch (StreamConstraintsException e) {
      return new Json.Broken("it is too deep, or holds too long a number");
    } catch (JacksonException e) {
      return new Json.Broken("it is not JSON, or names something twice");
    }
  }

  private static Json document(JsonParser parser) {
    var first = parser.nextToken();
    if (first == null) {
      return new Json.Broken("it is empty");
    }
    var value = value(parser, first);
    return parser.nextToken() == null ? value : new Json.Broken("something follows its end");
  }

  private static Json value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new Json.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(parser.getString());
      case VALUE_TRUE -> new Json.Other("true");
      case VALUE_FALSE -> new Json.Other("false");
      case VALUE_NULL -> Json.NOTHING;
      default -> throw new IllegalStateException("a JSON value cannot begin with " + token);
    };
  }

  private static Json object(JsonParser parser) {
    var fields = new LinkedHashMap<String, Json>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      fields.put(name, value(parser, parser.nextToken()));
    }
    return new Json.Fields(fields);
  }

  private static Json array(JsonParser parser) {
    var items = new ArrayList<Json>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      items.add(value(parser, token));
    }
    return new Json.Items(items);
  }

  /** Bytes that the charset cannot hold become U+FFFD; JSON made of those is still JSON. */
  private static String decoded(byte[] body) {
    if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
      return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
    }
    if (startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE)) {
      return new String(body, StandardCharsets.UTF_16);
    }
    return new String(body, unmarked(body));
  }

  /** JSON begins with two ASCII characters, so zero bytes tell how wide characters are. */
  private static Charset unmarked(byte[] body) {
    if (body.length >= 2 && body[0] == 0 && body[1] != 0) {
      return StandardCharsets.UTF_16BE;
    }
    return body.length >= 2 && body[0] != 0 && body[1] == 0
        ? StandardCharsets.UTF_16LE
        : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] body, int... mark) {
    if (body.length < mark.length) {
      return false;
    }
    for (var i = 0; i < mark.length; i++) {
      if ((body[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
