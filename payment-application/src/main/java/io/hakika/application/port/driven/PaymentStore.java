package io.hakika.application.port.driven;

import io.hakika.domain.Payment;
import io.hakika.domain.Pending;
import io.hakika.domain.Verdict;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.ProviderText;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps payments, and decides by itself what only one of several rivals may have: an idempotency
 * key, an order, a phone, a receipt, a CheckoutRequestID, a claim.
 *
 * <p>Every method is one transaction (or less) and has committed when it returns. Safe for use by
 * many threads and processes. Instants are kept to the microsecond: finer ones are cut, never
 * rounded up, so that nothing kept lies in the future. A store that cannot be reached throws;
 * absent and broken are never the same answer.
 */
public interface PaymentStore {

  /**
   * Writes a new payment with its claim on the push, and its first timeline entries.
   *
   * <p>Refusals are looked for in the order of {@link Added}'s types; a refused opening leaves
   * nothing behind.
   */
  Added add(Opening opening);

  /** The payment of that id. */
  Optional<Stored> find(PaymentId id);

  /** The payment whose callback address ends in that token. */
  Optional<Stored> findByToken(CallbackToken token);

  /**
   * Writes what became of a payment, all or nothing: the state, the events of the verdict, the
   * attention words, the timeline and the tallies.
   *
   * <p>{@link Verdict.Ignored} neither locks nor changes the payment's row and cannot be overtaken.
   * A recorded change ends a claim on the payment's due work. A payment that becomes failed gives
   * up its order for good. A payment on which money moved, while it did on another of the same
   * order, puts both on the list {@code order_paid_twice}; so does one that returns from failed
   * while another has the order, whose money may follow. A receipt typed by an operator for another
   * payment yields to one that a callback brings: the other payment loses it and is listed for
   * attention.
   */
  Recorded record(Recording recording);

  /** The last {@link EntryKind#RESOLVED} entry of a payment. */
  Optional<Entry> lastResolution(PaymentId id);

  /**
   * Takes payments with due work, at most {@code atMost} of them, so that nobody else gets them
   * before {@code now + lease}. Of four, three are the newest due and one is the oldest.
   */
  List<Stored> claimDue(Work work, Instant now, Duration lease, int atMost);

  /** Gives claimed work back untouched; it stays due. */
  void release(Collection<PaymentId> claimed);

  /**
   * Takes the right to ask Daraja about one payment; false where somebody did less than {@code gap}
   * before {@code now}. Whoever gets it has asked, as far as others are concerned.
   */
  boolean claimQuery(PaymentId id, Instant now, Duration gap);

  /** Keeps a callback that cannot be weighed now; it is found again by {@link #claimKept}. */
  void keep(Arrival arrival);

  /**
   * Keeps an authentic callback whose payment does not exist (a restored backup), unless {@code
   * atMost} such were kept since {@code since}.
   *
   * @return whether it is kept
   */
  boolean keepOrphan(Arrival arrival, Instant since, int atMost);

  /**
   * Takes kept callbacks whose payment exists, the oldest first, so that nobody else gets them
   * before {@code now + lease}. {@link Recording#settles} ends their being kept.
   */
  List<Kept> claimKept(Instant now, Duration lease, int atMost);

  /** What {@link #claimDue} looks for. */
  enum Work {
    /** A push to send again or to give up: {@link Payment#pushDue}. */
    PUSH,
    /** A question to ask or a deadline that passed: {@link Payment#recoveryDue}. */
    RECOVERY
  }

  /**
   * A new payment.
   *
   * @param key null where the caller gave none
   */
  record Opening(
      Pending payment, @Nullable IdempotencyKey key, PhoneRules rules, List<Entry> entries) {

    public Opening {
      entries = List.copyOf(entries);
    }
  }

  /** A caller's own name for one request, unique among that caller's. It never expires. */
  record IdempotencyKey(String client, String key) {}

  /**
   * How often one phone may be prompted.
   *
   * @param promptWindow no second prompt per phone and account while one younger than this is open;
   *     zero: no such rule
   * @param dailyPrompts pushes to one phone in 24 hours, over all accounts; zero: no such rule
   */
  record PhoneRules(Duration promptWindow, int dailyPrompts) {}

  /** What became of an opening; where several refusals apply, the first of these. */
  sealed interface Added {

    /** It is written, and its push is the caller's to send. */
    record Opened(Stored payment) implements Added {}

    /** The caller used that key before, for this payment; whether for the same, it must compare. */
    record KeyTaken(Stored by) implements Added {}

    /** The order has an open or paid payment that was not superseded. */
    record OrderTaken(Stored by) implements Added {}

    /** The payment to supersede is not one of this order that may be superseded. */
    record NothingToSupersede() implements Added {}

    /** The phone had its prompts; one more is possible at {@code until}. */
    record PhoneLimited(Instant until) implements Added {}

    /** The phone has an open prompt, which counts until {@code until}. */
    record PhonePrompted(Stored by, Instant until) implements Added {}
  }

  /**
   * A payment as it was read.
   *
   * @param version one, and one more for each change of status; published
   * @param revision changes with every write of the row; whoever writes must still hold it
   */
  record Stored(Payment payment, int version, long revision) {}

  /**
   * What became of a payment.
   *
   * @param settles the kept callback that this weighs; null where it came directly
   */
  record Recording(Stored was, Verdict verdict, List<Entry> entries, @Nullable Kept settles) {

    public Recording {
      entries = List.copyOf(entries);
    }

    /** A recording of something that was not kept before. */
    public static Recording of(Stored was, Verdict verdict, List<Entry> entries) {
      return new Recording(was, verdict, entries, null);
    }
  }

  /** Whether a recording was written; where not, nothing of it was. */
  enum Recorded {
    WRITTEN,
    /** Somebody else wrote the payment since it was read: read again, weigh again. */
    OVERTAKEN,
    /** Another payment holds the receipt, and need not yield it. */
    RECEIPT_TAKEN,
    /** Another payment holds the CheckoutRequestID. */
    REQUEST_ID_TAKEN,
    /** The kept callback that this settles was settled before. */
    SETTLED_BEFORE
  }

  /**
   * One line of a payment's history. It is never altered.
   *
   * <p>Of callbacks, at most 200 of one verdict are kept per payment and 200 bodies in all; beyond
   * that they are counted.
   *
   * @param detail what a program may want to know, by name
   * @param answer what Daraja said, for a callback or a query; null for other kinds
   * @param body the raw bytes, for a callback or a query; null for other kinds
   */
  record Entry(
      Instant at,
      EntryKind kind,
      String summary,
      Map<String, String> detail,
      @Nullable Answer answer,
      byte @Nullable [] body) {

    public Entry {
      detail = Map.copyOf(detail);
    }

    /** A line without an answer of Daraja's. */
    public static Entry of(Instant at, EntryKind kind, String summary, Map<String, String> detail) {
      return new Entry(at, kind, summary, detail, null, null);
    }
  }

  /** What Daraja answered: a code, where it gave one, and its words. */
  record Answer(@Nullable String resultCode, ProviderText resultDesc) {}

  /** The kinds of history. */
  enum EntryKind {
    CREATED,
    PUSH_SENT,
    PUSH_ACCEPTED,
    PUSH_REJECTED,
    PUSH_UNKNOWN,
    /** Has {@code detail.verdict}. */
    CALLBACK,
    QUERY,
    /** Has {@code detail.from}, {@code to} and {@code reason}. */
    STATUS_CHANGED,
    /** Has {@code detail.by} and {@code outcome}. */
    RESOLVED,
    NOTIFIED;

    /** The stored and published spelling. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A callback as it came.
   *
   * @param refused whether it came from an address that is not believed
   */
  record Arrival(CallbackToken token, byte[] body, boolean refused, Instant at) {}

  /** A callback that was kept and is now to be weighed. */
  record Kept(long number, Arrival arrival) {}
}
