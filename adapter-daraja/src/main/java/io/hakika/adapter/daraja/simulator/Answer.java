package io.hakika.adapter.daraja.simulator;

/**
 * An HTTP answer of the simulator: what Daraja, its gateway or the net could do instead of what was
 * hoped for.
 *
 * @param status the HTTP status; of no account where the connection is cut before it
 * @param contentType the content type
 * @param body the body, sent as UTF-8; {@code {requestId}} in it becomes a request id
 * @param ending how far it gets
 */
public record Answer(int status, String contentType, String body, Ending ending) {

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
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("an HTTP status is 200 to 599, not " + status);
    }
  }

  public static Answer json(int status, String body) {
    return new Answer(status, JSON, body, Ending.WHOLE);
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
    return new Answer(status, "text/html", Bodies.blockedPage(), Ending.WHOLE);
  }

  /** No answer: the connection is cut. */
  public static Answer lost() {
    return new Answer(200, JSON, "", Ending.LOST);
  }

  /** This answer, getting no further than its middle. */
  public Answer ending(Ending other) {
    return new Answer(status, contentType, body, other);
  }

  /** Shows no body: it may hold a payer's number. */
  @Override
  public String toString() {
    return ending == Ending.LOST ? "no answer" : "HTTP " + status + " " + ending;
  }
}
