package io.hakika.adapter.http.javalin.body;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers: fields in the order of their record, absent values as null. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  private Json() {}

  /** The UTF-8 of {@code answer}, one of this package's records. */
  public static byte[] write(Object answer) {
    return MAPPER.writeValueAsBytes(answer);
  }
}
