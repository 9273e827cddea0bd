package io.hakika.adapter.http.javalin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP answer as it came over the wire; header names in lower case. */
record Response(int status, Map<String, List<String>> headers, byte[] body) {

  private static final JsonMapper MAPPER = new JsonMapper();

  String header(String name) {
    var values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return String.join(" | ", values);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  JsonNode json() {
    return MAPPER.readTree(body);
  }

  /** The code of a problem. */
  String code() {
    return json().path("code").asString("none in " + text());
  }

  /** The faulty fields of a problem, in order. */
  List<String> fields() {
    return json().path("errors").valueStream().map(e -> e.path("field").asString()).toList();
  }
}
