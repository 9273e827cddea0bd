package io.hakika.adapter.http.javalin.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Whether a part of the service works.
 *
 * @param status {@code up} or {@code down}
 * @param failed what does not work; left out where all does
 */
public record HealthBody(
    String status, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> failed) {

  public static final HealthBody UP = new HealthBody("up", List.of());

  public static HealthBody down(List<String> failed) {
    return new HealthBody("down", failed);
  }
}
