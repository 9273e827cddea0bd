package io.hakika.adapter.http.javalin.body;

import io.hakika.domain.value.Metadata;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads the merchant's notes pair by pair, so that each faulty pair is named. */
final class MetadataFields {

  private MetadataFields() {}

  static Metadata read(Fields fields, String name) {
    var object = fields.optionalObject(name);
    if (object == null) {
      return Metadata.NONE;
    }
    var pairs = new TreeMap<String, String>();
    object.properties().forEach(pair -> read(fields, name + '.' + pair.getKey(), pair, pairs));
    try {
      return new Metadata(pairs);
    } catch (IllegalArgumentException e) {
      fields.fault(name, String.valueOf(e.getMessage()));
      return Metadata.NONE;
    }
  }

  private static void read(
      Fields fields, String path, Map.Entry<String, JsonNode> pair, Map<String, String> pairs) {
    var value =
        fields.text(
            path,
            pair.getValue(),
            text -> new Metadata(Map.of(pair.getKey(), text)).values().get(pair.getKey()));
    if (value != null) {
      pairs.put(pair.getKey(), value);
    }
  }
}
