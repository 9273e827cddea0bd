package io.hakika.adapter.daraja;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * What came over the wire, as it came, but for secrets of ours that it repeats.
 *
 * @param status the HTTP status; 0 where no answer began
 * @param body the body, at most 64 KiB; what had come of it where it was cut, empty where nothing
 *     came
 * @param at when it was complete, or given up
 */
public record RawAnswer(int status, byte[] body, Instant at) {

  /** Nothing came. */
  static RawAnswer none(Instant at) {
    return new RawAnswer(0, new byte[0], at);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawAnswer that
        && status == that.status
        && Arrays.equals(body, that.body)
        && at.equals(that.at);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, Arrays.hashCode(body), at);
  }

  /** Shows the size of the body, never the body: it may hold a token or the payer's number. */
  @Override
  public String toString() {
    return "RawAnswer[" + status + ", " + body.length + " bytes, " + at + "]";
  }
}
