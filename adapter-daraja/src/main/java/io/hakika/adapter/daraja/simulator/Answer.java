package io.hakika.adapter.daraja.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP answer of the simulator: what Daraja, its gateway or the net could do instead of what was
 * hoped for.
 *
 * @param status the HTTP status; of no account where the connection is cut before it
 * @param headers its headers, Content-Type among them
 * @param body the body, sent as UTF-8; {@code {requestId}} in it becomes a request id
 * @param ending how far it gets
 */
public record Answer(int status, Map<String, String> headers, String body, Ending ending) {

  /** How far an answer gets. */
  public enum Ending {
    /** To its end. */
    WHOLE,
    /** To the middle of its body, then the connection is cut. */
    CUT,
    /** To the middle of its body, then nothing more comes. */
    STALLED,
    /** Nowhere: the connection is cut instead. */
    LOST
  }

  private static final String JSON = "application/json;charset=UTF-8";

  public Answer {
    headers = Map.copyOf(headers);
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("an HTTP status is 200 to 599, not " + status);
    }
  }

  /** An answer of this type, to its end. */
  public static Answer of(int status, String contentType, String body) {
    return new Answer(status, Map.of("Content-Type", contentType), body, Ending.WHOLE);
  }

  public static Answer json(int status, String body) {
    return of(status, JSON, body);
  }

  /** Daraja's flat error: {@code {"requestId":…,"errorCode":…,"errorMessage":…}}. */
  public static Answer error(int status, String code, String message) {
    return json(status, Bodies.error(code, message));
  }

  /** The gateway's error, in the envelope of Apigee: {@code {"fault":{"faultstring":…}}}. */
  public static Answer fault(int status, String code, String text) {
    return json(status, Bodies.fault(code, text));
  }

  /** The page of the firewall before Daraja, which is no JSON. */
  public static Answer blocked(int status) {
    return of(status, "text/html", Bodies.blockedPage());
  }

  /** No answer: the connection is cut. */
  public static Answer lost() {
    return json(200, "").ending(Ending.LOST);
  }

  /** This answer, getting no further than that. */
  public Answer ending(Ending other) {
    return new Answer(status, headers, body, other);
  }

  /** This answer with one header more, such as {@code Retry-After}. */
  public Answer withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, ending);
  }

  /** Shows no body: it may hold a payer's number. */
  @Override
  public String toString() {
    return switch (ending) {
      case WHOLE -> "HTTP " + status;
      case CUT -> "HTTP " + status + ", cut in its middle";
      case STALLED -> "HTTP " + status + ", stalled in its middle";
      case LOST -> "cut without an answer";
    };
  }
}
