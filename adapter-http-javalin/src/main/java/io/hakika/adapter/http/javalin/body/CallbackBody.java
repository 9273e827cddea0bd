package io.hakika.adapter.http.javalin.body;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What Daraja expects to hear when a callback was taken. */
public record CallbackBody(
    @JsonProperty("ResultCode") int resultCode, @JsonProperty("ResultDesc") String resultDesc) {

  /** It is kept. */
  public static final CallbackBody ACCEPTED = new CallbackBody(0, "Accepted");
}
