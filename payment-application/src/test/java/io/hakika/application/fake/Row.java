package io.hakika.application.fake;

import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.LastAnswer;
import io.hakika.application.port.driven.PaymentStore.Answer;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.application.port.driven.PaymentStore.IdempotencyKey;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.PaymentStore.Work;
import io.hakika.domain.Facts;
import io.hakika.domain.NeedsReview;
import io.hakika.domain.Paid;
import io.hakika.domain.Payment;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.Pending;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept about one payment. Only ever touched under the store's lock. */
final class Row {

  private static final int MOST_OF_ONE_VERDICT = 200;
  private static final int MOST_BODIES = 200;

  final @Nullable IdempotencyKey key;
  final List<Entry> timeline = new ArrayList<>();
  Payment payment;
  int version = 1;
  long revision = 1;
  boolean holdsOrder = true;
  @Nullable Instant leaseUntil;
  private @Nullable Instant lastAsked;
  private final Map<String, Integer> deliveries = new HashMap<>();
  private int bodies;
  private @Nullable LastAnswer lastCallback;
  private @Nullable LastAnswer lastQuery;

  Row(Payment payment, @Nullable IdempotencyKey key) {
    this.payment = payment;
    this.key = key;
  }

  Stored stored() {
    return new Stored(payment, version, revision);
  }

  Details details() {
    return new Details(payment, version, lastCallback, lastQuery);
  }

  Optional<Instant> due(Work work) {
    return work == Work.PUSH ? payment.pushDue() : payment.recoveryDue();
  }

  boolean isFree(Instant now) {
    return leaseUntil == null || !leaseUntil.isAfter(now);
  }

  boolean sameOrderAs(Payment other) {
    return payment.order().account().equals(other.order().account())
        && payment.order().orderId().equals(other.order().orderId());
  }

  boolean isNamed(CheckoutRequestId name) {
    var ids = payment.facts().ids();
    return ids != null && ids.checkoutRequestId().equals(name);
  }

  boolean holds(Receipt number) {
    var held = payment.facts().receipt();
    return held != null && held.number().equals(number);
  }

  boolean maybeSuperseded() {
    return payment instanceof NeedsReview
        || payment instanceof Pending pending && pending.pushUnknown();
  }

  boolean claimQuery(Instant now, Duration gap) {
    if (lastAsked != null && lastAsked.plus(gap).isAfter(now)) {
      return false;
    }
    lastAsked = now;
    return true;
  }

  /** Whether money moved for this payment, or may have. */
  boolean hasMoney() {
    if (payment instanceof Paid) {
      return true;
    }
    return payment instanceof NeedsReview waiting
        && (payment.facts().receipt() != null || speaksOfMoney(waiting.review().reason()));
  }

  private static boolean speaksOfMoney(Review.Reason reason) {
    return switch (reason) {
      case PAID_WITHOUT_RECEIPT, AMOUNT_MISMATCH, CONTRADICTORY -> true;
      case UNSETTLED, SUBMISSION_UNKNOWN -> false;
    };
  }

  /** Takes {@code now} in; words that others put on this payment meanwhile stay. */
  void write(Payment was, Payment now) {
    var words = new HashSet<>(payment.facts().attention());
    words.removeAll(was.facts().attention());
    words.addAll(now.facts().attention());
    payment = withAttention(Copies.cut(now), words);
    revision++;
    leaseUntil = null;
    if (payment.status() == PaymentStatus.FAILED) {
      holdsOrder = false;
    }
  }

  void attend(Attention word) {
    var words = new HashSet<>(payment.facts().attention());
    words.add(word);
    payment = withAttention(payment, words);
  }

  /** A callback brought the receipt that a person had typed for this payment. */
  void loseReceipt() {
    var facts = payment.facts();
    payment =
        Copies.withFacts(
            payment,
            new Facts(
                facts.ids(),
                facts.submittedAt(),
                null,
                facts.transactionDate(),
                facts.queries(),
                facts.queryDue(),
                facts.attention()));
    revision++;
    attend(Attention.CONTRADICTED);
    if (payment instanceof Paid) {
      attend(Attention.RECEIPT_MISSING);
    }
  }

  private static Payment withAttention(Payment payment, Set<Attention> words) {
    var facts = payment.facts();
    return Copies.withFacts(
        payment,
        new Facts(
            facts.ids(),
            facts.submittedAt(),
            facts.receipt(),
            facts.transactionDate(),
            facts.queries(),
            facts.queryDue(),
            words));
  }

  void note(Entry entry) {
    var line = copyOf(entry);
    switch (entry.kind()) {
      case CALLBACK -> noteCallback(line);
      case QUERY -> {
        lastQuery = counted(lastQuery, line);
        timeline.add(line);
      }
      default -> timeline.add(line);
    }
  }

  /** The same line with a body that nobody else can change. */
  static Entry copyOf(Entry entry) {
    var body = entry.body();
    return new Entry(
        Copies.cut(entry.at()),
        entry.kind(),
        entry.summary(),
        entry.detail(),
        entry.answer(),
        body == null ? null : body.clone());
  }

  private void noteCallback(Entry line) {
    var verdict = line.detail().get("verdict");
    if (verdict == null) {
      throw new IllegalArgumentException("a callback entry without detail.verdict");
    }
    if (!verdict.equals("refused")) {
      lastCallback = counted(lastCallback, line);
    }
    if (deliveries.merge(verdict, 1, Integer::sum) > MOST_OF_ONE_VERDICT) {
      return;
    }
    var keepsBody = line.body() != null && ++bodies <= MOST_BODIES;
    timeline.add(keepsBody ? line : withoutBody(line));
  }

  private static @Nullable LastAnswer counted(@Nullable LastAnswer last, Entry line) {
    Answer answer = line.answer();
    return answer == null
        ? last
        : new LastAnswer(answer, line.at(), last == null ? 1 : last.count() + 1);
  }

  private static Entry withoutBody(Entry line) {
    return new Entry(
        line.at(), EntryKind.CALLBACK, line.summary(), line.detail(), line.answer(), null);
  }
}
