package io.hakika.adapter.daraja.simulator;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to a simulator, in order: the other side's books, against which a client
 * can be audited. Safe for use by many threads; each list is a copy.
 *
 * <p>An entry is written before the answer that it describes leaves, except {@link CalledBack},
 * which is written when the receiver has answered. The newest {@link SimulatorOptions#retained()}
 * of each kind are kept.
 */
public final class Ledger {

  /** Something that happened. {@code toString} shows no whole phone, token or secret. */
  public sealed interface Entry permits Minted, Pushed, Asked, Refused, Charged, CalledBack {

    /** When, by the simulator's clock. */
    Instant at();
  }

  /** A token was made for a consumer key. */
  public record Minted(Instant at, String consumerKey) implements Entry {}

  /**
   * A push that kept the rules, with what became of it.
   *
   * @param at when
   * @param request the push
   * @param attempt how many pushes of this reference to this phone came until now, this one
   *     included
   * @param checkoutRequestId the prompt that it made ring, null if it made none ring
   * @param answer what it was answered
   */
  public record Pushed(
      Instant at,
      PushRequest request,
      int attempt,
      @Nullable String checkoutRequestId,
      Answer answer)
      implements Entry {

    /** Whether a phone rang. */
    public boolean rang() {
      return checkoutRequestId != null;
    }

    @Override
    public String toString() {
      return "push "
          + attempt
          + " of "
          + request
          + ": "
          + (rang() ? "rings" : "nothing rings")
          + ", "
          + answer;
    }
  }

  /** A query that kept the rules, with its answer. */
  public record Asked(Instant at, String checkoutRequestId, Answer answer) implements Entry {

    @Override
    public String toString() {
      return "query of " + Masks.requestId(checkoutRequestId) + ": " + answer;
    }
  }

  /**
   * A request that broke a rule.
   *
   * @param at when
   * @param path the path it came to, one of Daraja's or {@code other}
   * @param status the HTTP status it was answered
   * @param errorCode Daraja's code, such as {@code 400.002.02}
   * @param errorMessage Daraja's words, such as {@code Bad Request - Invalid Amount}
   */
  public record Refused(Instant at, String path, int status, String errorCode, String errorMessage)
      implements Entry {}

  /** Money moved, so to speak. The receipt is unique in one simulator. */
  public record Charged(
      Instant at, String receipt, long amount, String phone, String checkoutRequestId)
      implements Entry {

    @Override
    public String toString() {
      return "KES " + amount + " from " + Masks.phone(phone) + ", receipt " + receipt;
    }
  }

  /**
   * A callback was sent, or could not be.
   *
   * @param at when its answer came
   * @param checkoutRequestId the prompt that it is about, whatever its body says
   * @param body what was sent
   * @param status the HTTP status that the receiver answered, 0 if there was no answer
   * @param answer the start of the receiver's body or, without an answer, what went wrong
   */
  public record CalledBack(
      Instant at, String checkoutRequestId, String body, int status, String answer)
      implements Entry {

    /** Whether the receiver took it: 2xx. */
    public boolean delivered() {
      return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
      return "callback of "
          + Masks.requestId(checkoutRequestId)
          + ": "
          + (status == 0 ? "not delivered" : "HTTP " + status);
    }
  }

  Ledger() {}

  /** Everything, oldest first. */
  public List<Entry> entries() {
    throw new UnsupportedOperationException();
  }

  public List<Minted> minted() {
    throw new UnsupportedOperationException();
  }

  public List<Pushed> pushes() {
    throw new UnsupportedOperationException();
  }

  /** The pushes of one reference. */
  public List<Pushed> pushesOf(String accountReference) {
    throw new UnsupportedOperationException();
  }

  public List<Asked> queries() {
    throw new UnsupportedOperationException();
  }

  public List<Refused> refusals() {
    throw new UnsupportedOperationException();
  }

  public List<Charged> charges() {
    throw new UnsupportedOperationException();
  }

  public List<CalledBack> callbacks() {
    throw new UnsupportedOperationException();
  }

  /** How many of the oldest entries were dropped; 0 means that the books are complete. */
  public long dropped() {
    throw new UnsupportedOperationException();
  }

  /**
   * Waits until {@code count} entries of a kind fit, and returns them, oldest first, perhaps more.
   *
   * @throws IllegalStateException if they do not come within the simulator's patience
   */
  public <E extends Entry> List<E> await(int count, Class<E> kind, Predicate<? super E> fits) {
    throw new UnsupportedOperationException();
  }

  /** Waits until {@code count} callbacks were sent, answered or not. */
  public List<CalledBack> awaitCallbacks(int count) {
    return await(count, CalledBack.class, sent -> true);
  }
}
