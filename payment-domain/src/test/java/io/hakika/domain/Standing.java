package io.hakika.domain;

import io.hakika.domain.ReferenceModel.Call;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.Decline;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.ReportedAmount;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a payment stands after it heard something, in words that both sides can be put into. */
record Standing(
    String place,
    @Nullable String push,
    @Nullable String checkoutId,
    @Nullable String merchantId,
    @Nullable String receipt,
    boolean receiptTyped,
    @Nullable String movedAt,
    @Nullable String failure,
    Set<String> attention,
    @Nullable Instant submittedAt,
    @Nullable Instant settledAt,
    boolean queryDue,
    List<String> told) {

  static Standing of(ReferenceModel model) {
    return new Standing(
        model.place(),
        model.push,
        model.checkoutId,
        model.merchantId,
        model.receipt,
        model.receiptTyped,
        model.movedAt,
        model.failure,
        Set.copyOf(model.attention),
        model.submittedAt,
        model.settledAt,
        model.queryDue,
        List.copyOf(model.told));
  }

  static Standing of(Verdict verdict) {
    var payment = verdict.now();
    var facts = payment.facts();
    var ids = facts.ids();
    var held = facts.receipt();
    return new Standing(
        place(payment),
        payment instanceof Pending pending ? word(pending.push()) : null,
        ids == null ? null : ids.checkoutRequestId().value(),
        ids == null ? null : valueOf(ids.merchantRequestId()),
        held == null ? null : held.number().value(),
        held != null && held.source() == HeldReceipt.Source.OPERATOR,
        valueOf(facts.transactionDate()),
        payment instanceof Failed failed ? failure(failed.decline()) : null,
        words(facts.attention()),
        facts.submittedAt(),
        settledAt(payment),
        facts.queryDue() != null,
        types(verdict.events()));
  }

  /** One line for each thing, so that a difference is seen at a glance. */
  String lines() {
    return toString().replace(", ", "\n  ");
  }

  /** The status, or in review the reason. */
  static String place(Payment payment) {
    return payment instanceof NeedsReview needs
        ? needs.review().reason().code()
        : payment.status().code();
  }

  /** What a callback names, without the types. */
  static Call named(StkCallback said) {
    return new Call(
        valueOf(said.checkoutRequestId()),
        valueOf(said.merchantRequestId()),
        said.resultCode(),
        valueOf(said.amount()),
        valueOf(said.receipt()),
        valueOf(said.transactionDate()));
  }

  static @Nullable String valueOf(@Nullable MerchantRequestId id) {
    return id == null ? null : id.value();
  }

  private static @Nullable String valueOf(@Nullable CheckoutRequestId id) {
    return id == null ? null : id.value();
  }

  private static @Nullable String valueOf(@Nullable ReportedAmount amount) {
    return amount == null ? null : amount.text();
  }

  private static @Nullable String valueOf(@Nullable Receipt receipt) {
    return receipt == null ? null : receipt.value();
  }

  private static @Nullable String valueOf(@Nullable LocalDateTime date) {
    return date == null ? null : date.toString();
  }

  private static String word(Push push) {
    if (push instanceof Push.Claimed) {
      return "claimed";
    }
    return push instanceof Push.Queued ? "queued" : "unknown";
  }

  private static Set<String> words(Set<Attention> attention) {
    return attention.isEmpty()
        ? Set.of()
        : attention.stream().map(Attention::code).collect(Collectors.toSet());
  }

  private static List<String> types(List<PaymentEvent> events) {
    return events.isEmpty() ? List.of() : events.stream().map(PaymentEvent::type).toList();
  }

  private static String failure(Decline decline) {
    return decline.source().code() + " " + decline.code();
  }

  private static @Nullable Instant settledAt(Payment payment) {
    if (payment instanceof Paid paid) {
      return paid.settledAt();
    }
    return payment instanceof Failed failed ? failed.settledAt() : null;
  }
}
