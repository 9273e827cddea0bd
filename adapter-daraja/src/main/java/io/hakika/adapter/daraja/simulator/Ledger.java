package io.hakika.adapter.daraja.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to a simulator, in order: the other side's books, against which a client
 * can be audited. Safe for use by many threads; each list is a copy.
 *
 * <p>An entry is written before what it describes can be seen from outside, except {@link
 * CalledBack}, which is written when the receiver has answered. The newest {@link
 * SimulatorOptions#retained()} entries are kept. The books stay readable after the simulator was
 * closed.
 */
public final class Ledger {

  /** Something that happened. {@code toString} shows no whole phone, token or secret. */
  public sealed interface Entry
      permits Minted, Pushed, Rang, Asked, Answered, Refused, Charged, CalledBack {

    /** When, by the simulator's clock. */
    Instant at();
  }

  /** A token was made for a consumer key. */
  public record Minted(Instant at, String consumerKey) implements Entry {

    @Override
    public String toString() {
      return "token for " + consumerKey;
    }
  }

  /**
   * A push came that keeps the rules.
   *
   * @param at when
   * @param request the push
   * @param attempt how many pushes of this reference to this phone have come, this one included
   */
  public record Pushed(Instant at, PushRequest request, int attempt) implements Entry {

    @Override
    public String toString() {
      return "push " + attempt + " of " + request;
    }
  }

  /** A phone rang: the one thing a customer notices of a push. */
  public record Rang(Instant at, String checkoutRequestId, PushRequest request) implements Entry {

    @Override
    public String toString() {
      return "prompt for " + request;
    }
  }

  /** A query came that keeps the rules. */
  public record Asked(Instant at, String checkoutRequestId) implements Entry {

    @Override
    public String toString() {
      return "query of " + Masks.requestId(checkoutRequestId);
    }
  }

  /**
   * A push or a query is answered.
   *
   * @param at when
   * @param to the {@link Pushed} or {@link Asked} that is answered
   * @param answer the answer, which may not get through
   */
  public record Answered(Instant at, Entry to, Answer answer) implements Entry {

    @Override
    public String toString() {
      return to + ": " + answer;
    }
  }

  /**
   * A request that broke a rule was answered with an error.
   *
   * @param at when
   * @param path the path it came to if it is one of Daraja's, else {@code other}
   * @param status the HTTP status of the answer
   * @param errorCode Daraja's code, such as {@code 400.002.02}
   * @param errorMessage Daraja's words, such as {@code Bad Request - Invalid Amount}
   */
  public record Refused(Instant at, String path, int status, String errorCode, String errorMessage)
      implements Entry {

    @Override
    public String toString() {
      return "refused at %s: HTTP %d, %s %s".formatted(path, status, errorCode, errorMessage);
    }
  }

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
          + (status == 0 ? ": not delivered, " + answer : ": HTTP " + status);
    }
  }

  private final Duration patience;
  private final int retained;
  private final Consumer<? super Entry> listener;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long dropped;

  Ledger(SimulatorOptions options) {
    this.patience = options.patience();
    this.retained = options.retained();
    this.listener = options.listener();
  }

  /** Everything, oldest first. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** All tokens. */
  public List<Minted> minted() {
    return all(Minted.class, entry -> true);
  }

  /** All pushes that kept the rules, whatever they were answered. */
  public List<Pushed> pushes() {
    return all(Pushed.class, entry -> true);
  }

  /** The pushes with this AccountReference. */
  public List<Pushed> pushesOf(String accountReference) {
    return all(Pushed.class, push -> push.request().accountReference().equals(accountReference));
  }

  /** How often any phone rang. */
  public List<Rang> prompts() {
    return all(Rang.class, entry -> true);
  }

  /**
   * The prompts of pushes with this AccountReference: more than one may charge a customer twice.
   */
  public List<Rang> promptsOf(String accountReference) {
    return all(Rang.class, rang -> rang.request().accountReference().equals(accountReference));
  }

  /** All queries that kept the rules, whatever they were answered. */
  public List<Asked> queries() {
    return all(Asked.class, entry -> true);
  }

  /** All answers to pushes and queries that kept the rules. */
  public List<Answered> answers() {
    return all(Answered.class, entry -> true);
  }

  /** All requests that broke a rule. */
  public List<Refused> refusals() {
    return all(Refused.class, entry -> true);
  }

  /** All charges. */
  public List<Charged> charges() {
    return all(Charged.class, entry -> true);
  }

  /** All callbacks that were sent or failed. */
  public List<CalledBack> callbacks() {
    return all(CalledBack.class, entry -> true);
  }

  /** How many of the oldest entries were dropped; 0 means that the books are complete. */
  public synchronized long dropped() {
    return dropped;
  }

  /** Waits until {@code count} callbacks were sent, answered or not, and returns them. */
  public List<CalledBack> awaitCallbacks(int count) {
    return await(count, CalledBack.class, sent -> true);
  }

  /**
   * Waits until there are {@code count} entries of a kind that fit, and returns those there are,
   * oldest first.
   *
   * @throws IllegalStateException if they do not come within the simulator's patience
   */
  public synchronized <E extends Entry> List<E> await(
      int count, Class<E> kind, Predicate<? super E> fits) {
    var patient = new Patience(patience);
    var found = all(kind, fits);
    while (found.size() < count) {
      if (!patient.waitOn(this)) {
        throw new IllegalStateException(
            "%d of %d %s within %s".formatted(found.size(), count, kind.getSimpleName(), patience));
      }
      found = all(kind, fits);
    }
    return found;
  }

  synchronized void write(Entry entry) {
    entries.add(entry);
    if (entries.size() > retained) {
      entries.remove();
      dropped++;
    }
    notifyAll();
    listener.accept(entry);
  }

  /** The receipt of the newest charge of another push, null if there is none. */
  synchronized @Nullable String receiptOfAnother(String checkoutRequestId) {
    for (var newest = entries.descendingIterator(); newest.hasNext(); ) {
      if (newest.next() instanceof Charged charged
          && !charged.checkoutRequestId().equals(checkoutRequestId)) {
        return charged.receipt();
      }
    }
    return null;
  }

  private synchronized <E extends Entry> List<E> all(Class<E> kind, Predicate<? super E> fits) {
    var found = new ArrayList<E>();
    for (var entry : entries) {
      if (kind.isInstance(entry) && fits.test(kind.cast(entry))) {
        found.add(kind.cast(entry));
      }
    }
    return List.copyOf(found);
  }
}
