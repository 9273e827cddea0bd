package io.hakika.domain;

import io.hakika.domain.value.Attention;
import io.hakika.domain.value.RequestIds;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has been learned about a payment so far, in whatever state it is.
 *
 * @param ids null until Daraja named the push
 * @param submittedAt when the acknowledgement came; null until it did
 * @param receipt null until a message brought one or a person typed one
 * @param transactionDate when M-Pesa moved the money, in Nairobi's wall time; null until told
 * @param queryDue when a worker should next ask Daraja; null: not by itself
 * @param attention why a person should look, beyond the state itself
 */
public record Facts(
    @Nullable RequestIds ids,
    @Nullable Instant submittedAt,
    @Nullable HeldReceipt receipt,
    @Nullable LocalDateTime transactionDate,
    QueryHistory queries,
    @Nullable Instant queryDue,
    Set<Attention> attention) {

  /** Nothing learned yet. */
  static final Facts NONE = new Facts(null, null, null, null, QueryHistory.NONE, null, Set.of());

  public Facts {
    attention = Set.copyOf(attention);
  }

  Facts withIds(RequestIds learned) {
    return new Facts(learned, submittedAt, receipt, transactionDate, queries, queryDue, attention);
  }

  Facts acknowledged(Instant at) {
    return new Facts(ids, at, receipt, transactionDate, queries, queryDue, attention);
  }

  Facts withReceipt(@Nullable HeldReceipt held) {
    return new Facts(ids, submittedAt, held, transactionDate, queries, queryDue, attention);
  }

  Facts withDate(@Nullable LocalDateTime date) {
    return new Facts(ids, submittedAt, receipt, date, queries, queryDue, attention);
  }

  Facts withQueries(QueryHistory history) {
    return new Facts(ids, submittedAt, receipt, transactionDate, history, queryDue, attention);
  }

  /** With the next question to Daraja due at {@code due}, or none. */
  Facts askAt(@Nullable Instant due) {
    return new Facts(ids, submittedAt, receipt, transactionDate, queries, due, attention);
  }

  /** With a question to Daraja due as soon as the least distance between two allows. */
  Facts askSoon(Instant now) {
    var last = queries.lastTriedAt();
    var earliest = last == null ? now : later(now, last.plus(Patience.BETWEEN_QUERIES));
    return queryDue != null && !queryDue.isAfter(earliest) ? this : askAt(earliest);
  }

  Facts attend(Attention word) {
    var words = EnumSet.of(word);
    words.addAll(attention);
    return withAttention(words);
  }

  Facts attended(Attention word) {
    var words = EnumSet.noneOf(Attention.class);
    words.addAll(attention);
    words.remove(word);
    return withAttention(words);
  }

  private Facts withAttention(Set<Attention> words) {
    return new Facts(ids, submittedAt, receipt, transactionDate, queries, queryDue, words);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
