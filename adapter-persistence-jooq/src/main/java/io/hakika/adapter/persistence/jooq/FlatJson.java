package io.hakika.adapter.persistence.jooq;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.tools.json.JSONParser;
import org.jooq.tools.json.JSONValue;
import org.jooq.tools.json.ParseException;

/** Names and texts as a JSON object, which people with a SQL prompt can read. */
final class FlatJson {

  private FlatJson() {}

  /** Sorted by name, so that equal ones are written alike. */
  static String write(Map<String, String> texts) {
    return JSONValue.toJSONString(new TreeMap<>(texts));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static Map<String, String> read(String json) {
    if (!(parsed(json) instanceof Map<?, ?> object)) {
      throw new IllegalArgumentException("it is no JSON object");
    }
    var texts = new LinkedHashMap<String, String>();
    object.forEach((name, text) -> texts.put(text(name), text(text)));
    return texts;
  }

  private static Object parsed(String json) {
    try {
      return new JSONParser().parse(json);
    } catch (ParseException e) {
      throw new IllegalArgumentException("it is no JSON, from position " + e.getPosition());
    }
  }

  private static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("it holds a value that is no text");
  }
}
