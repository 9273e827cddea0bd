package io.hakika.adapter.http.javalin.body;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What went wrong, as RFC 9457 says it.
 *
 * @param errors the faulty fields; left out where there are none
 * @param more what belongs to this kind of problem only
 */
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
    @JsonAnyGetter Map<String, Object> more) {}
