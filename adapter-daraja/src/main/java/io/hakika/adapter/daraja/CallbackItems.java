package io.hakika.adapter.daraja;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The items of a callback by name. Daraja's order and number of items changed over the years, so
 * neither is relied on.
 *
 * @param contradictory whether a name comes twice with two values: then neither can be believed
 */
record CallbackItems(Map<String, Json> values, boolean contradictory) {

  /** Reads what stands under {@code Item}: a list, or the one item itself. */
  static CallbackItems of(Json json) {
    var list = json instanceof Json.Items items ? items.values() : List.of(json);
    var values = new LinkedHashMap<String, Json>();
    var contradictory = false;
    for (var item : list) {
      var name = item.at("Name").text();
      var value = item.at("Value");
      if (name.isPresent() && value != Json.NOTHING) {
        var before = values.putIfAbsent(name.get(), value);
        contradictory |= before != null && !before.equals(value);
      }
    }
    return new CallbackItems(values, contradictory);
  }

  Json value(String name) {
    return values.getOrDefault(name, Json.NOTHING);
  }

  /** Every value that can be spelled as text. */
  Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> value.text().ifPresent(text -> texts.put(name, text)));
    return texts;
  }
}
