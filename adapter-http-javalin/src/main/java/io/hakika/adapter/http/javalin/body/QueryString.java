package io.hakika.adapter.http.javalin.body;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads query parameters as the fields of an object, so that a list can be asked for in a query or
 * in a body and means the same. Nothing broken is repaired: a filter that is lost shows too much.
 */
final class QueryString {

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode object = NODES.objectNode();
  private final List<FieldError> errors = new ArrayList<>();

  private QueryString() {}

  static Fields read(@Nullable String query) {
    var reading = new QueryString();
    if (query != null && !query.isEmpty()) {
      for (var pair : query.split("&", -1)) {
        reading.pair(pair);
      }
    }
    return new Fields(reading.object, reading.errors);
  }

  private void pair(String pair) {
    var sign = pair.indexOf('=');
    var name = decode(sign < 0 ? pair : pair.substring(0, sign));
    var value = decode(sign < 0 ? "" : pair.substring(sign + 1));
    if (name.isEmpty() || name.get().isEmpty()) {
      errors.add(new FieldError("query", "holds a parameter whose name cannot be read"));
    } else if (object.has(name.get())) {
      errors.add(new FieldError(name.get(), "is there twice"));
    } else if (value.isEmpty()) {
      object.putNull(name.get());
      errors.add(new FieldError(name.get(), "is not percent-encoded UTF-8"));
    } else {
      object.set(name.get(), node(name.get(), value.get()));
    }
  }

  /** The one number among the parameters; in a body it is a number, too. */
  private static JsonNode node(String name, String value) {
    return name.equals(ListFields.LIMIT) && INTEGER.matcher(value).matches()
        ? NODES.numberNode(Long.parseLong(value))
        : NODES.stringNode(value);
  }

  private static Optional<String> decode(String encoded) {
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (var i = 0; i < encoded.length(); i++) {
      var c = encoded.charAt(i);
      if (c == '%') {
        var octet = octet(encoded, i);
        if (octet < 0) {
          return Optional.empty();
        }
        bytes.write(octet);
        i += 2;
      } else if (c > 0x7E) {
        return Optional.empty();
      } else {
        bytes.write(c == '+' ? ' ' : c);
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static int octet(String encoded, int percent) {
    if (percent + 3 > encoded.length()) {
      return -1;
    }
    var high = Character.digit(encoded.charAt(percent + 1), 16);
    var low = Character.digit(encoded.charAt(percent + 2), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return Optional.of(text.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
