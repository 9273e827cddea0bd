package io.hakika.adapter.persistence.jooq;

import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.domain.Contradiction;
import io.hakika.domain.HeldReceipt;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.QueryClass;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.FailureCategory;
import io.hakika.domain.value.Review;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the constants of an enum are spelt in the database: in lower case, as they are published. */
final class Words<E extends Enum<E>> {

  static final Words<PaymentStatus> STATUS = new Words<>(PaymentStatus.class);
  static final Words<HeldReceipt.Source> RECEIPT_SOURCE = new Words<>(HeldReceipt.Source.class);
  static final Words<QueryClass> QUERY_CLASS = new Words<>(QueryClass.class);
  static final Words<FailureCategory> CATEGORY = new Words<>(FailureCategory.class);
  static final Words<Decline.Source> FAILURE_SOURCE = new Words<>(Decline.Source.class);
  static final Words<Review.Reason> REVIEW_REASON = new Words<>(Review.Reason.class);
  static final Words<EntryKind> ENTRY_KIND = new Words<>(EntryKind.class);

  static final Words<Contradiction> CONTRADICTION = new Words<>(Contradiction.class);

  private final Class<E> type;

  private Words(Class<E> type) {
    this.type = type;
  }

  String spell(E constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The constant that is spelt {@code word}.
   *
   * @throws IllegalArgumentException if there is none: a newer version wrote it, or nobody of ours
   */
  E read(String word) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> spell(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is none of " + all()));
  }

  /** Several constants in one cell, in the order of the enum. */
  String spellAll(Set<E> constants) {
    return constants.stream().sorted().map(this::spell).collect(Collectors.joining(","));
  }

  /**
   * What {@link #spellAll} wrote.
   *
   * @throws IllegalArgumentException if a word of it is none of ours
   */
  Set<E> readAll(String words) {
    return words.isEmpty()
        ? Set.of()
        : Stream.of(words.split(",", -1)).map(this::read).collect(Collectors.toSet());
  }

  private String all() {
    return Stream.of(type.getEnumConstants()).map(this::spell).collect(Collectors.joining(", "));
  }
}
