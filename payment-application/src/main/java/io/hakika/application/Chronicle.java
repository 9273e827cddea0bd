package io.hakika.application;

import io.hakika.application.port.driven.PaymentStore.Answer;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.application.port.driven.StkGateway.Queried;
import io.hakika.application.port.driving.ReviewPayments.Outcome;
import io.hakika.application.port.driving.ReviewPayments.Resolution;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Order;
import io.hakika.domain.Payment;
import io.hakika.domain.PaymentEvent;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.StkCallback;
import io.hakika.domain.Verdict;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.ProviderText;
import io.hakika.domain.value.RequestIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a payment's history in words that a person on the telephone can read out. */
final class Chronicle {

  private Chronicle() {}

  static Entry created(Order order) {
    return Entry.of(
        order.createdAt(),
        EntryKind.CREATED,
        "Payment of " + order.amount() + " opened for order " + order.orderId(),
        Map.of());
  }

  static Entry pushSent(Order order, int attempt, Instant at) {
    return Entry.of(
        at,
        EntryKind.PUSH_SENT,
        "Sending the prompt to " + order.phone().masked(),
        Map.of("attempt", Integer.toString(attempt)));
  }

  static Entry pushAnswered(PushAnswer answer) {
    if (answer instanceof PushAnswer.Accepted) {
      return Entry.of(
          answer.at(),
          EntryKind.PUSH_ACCEPTED,
          "Daraja accepted the prompt: the phone should ring",
          Map.of());
    }
    if (answer instanceof PushAnswer.Refused refused) {
      return Entry.of(
          answer.at(),
          EntryKind.PUSH_REJECTED,
          "Daraja refused the prompt: " + refused.reason(),
          Map.of("code", refused.code(), "category", refused.category().code()));
    }
    if (answer instanceof PushAnswer.NotSent notSent) {
      return Entry.of(
          answer.at(),
          EntryKind.PUSH_REJECTED,
          "The prompt was not sent: " + notSent.reason(),
          Map.of("code", "not_sent"));
    }
    return Entry.of(
        answer.at(),
        EntryKind.PUSH_UNKNOWN,
        "Nobody can say whether the prompt was sent: " + ((PushAnswer.Unknown) answer).reason(),
        Map.of());
  }

  static Entry senderDied(Instant at) {
    return Entry.of(
        at,
        EntryKind.PUSH_UNKNOWN,
        "Nobody can say whether the prompt was sent: its sender fell silent",
        Map.of());
  }

  static Entry callback(Payment payment, StkCallback said, Verdict verdict, Arrived arrived) {
    var detail = new LinkedHashMap<String, String>();
    detail.put("verdict", word(verdict.reading()));
    detail.put("resultCode", said.resultCode());
    put(detail, "receipt", said.receipt());
    put(detail, "amount", said.amount());
    put(detail, "differs", differences(payment, said));
    return new Entry(
        arrived.at(),
        EntryKind.CALLBACK,
        "Callback " + said.resultCode() + ": " + said.resultDesc(),
        detail,
        new Answer(said.resultCode(), said.resultDesc()),
        arrived.body());
  }

  /** A callback that could not be used, and why: {@code malformed} or {@code refused}. */
  static Entry unusableCallback(String verdict, String why, Arrived arrived) {
    return new Entry(
        arrived.at(),
        EntryKind.CALLBACK,
        "Callback not used: " + why,
        Map.of("verdict", verdict),
        null,
        arrived.body());
  }

  static Entry query(Queried queried) {
    var answer = queried.answer();
    var detail = new LinkedHashMap<String, String>();
    detail.put("says", answer.says().name().toLowerCase(Locale.ROOT));
    put(detail, "resultCode", answer.resultCode());
    return new Entry(
        answer.at(),
        EntryKind.QUERY,
        "Asked Daraja: " + answer.resultDesc(),
        detail,
        new Answer(answer.resultCode(), answer.resultDesc()),
        queried.body());
  }

  static Entry resolved(Resolution resolution, Instant at) {
    var detail = new LinkedHashMap<String, String>();
    detail.put("by", resolution.by());
    detail.put("note", note(resolution).value());
    detail.putAll(outcome(resolution.outcome()));
    return Entry.of(
        at, EntryKind.RESOLVED, resolution.by() + " decided: " + detail.get("outcome"), detail);
  }

  /** What the person wrote, without the phone numbers in it. */
  static ProviderText note(Resolution resolution) {
    return new ProviderText(resolution.note());
  }

  static Map<String, String> outcome(Outcome outcome) {
    if (outcome instanceof Outcome.Paid paid) {
      return Map.of("outcome", "paid", "receipt", paid.receipt().value());
    }
    return Map.of("outcome", outcome instanceof Outcome.Failed ? "failed" : "reopen");
  }

  /** The entries of a recording: what came, and what it changed. */
  static List<Entry> with(@Nullable Entry evidence, PaymentStatus from, Verdict verdict) {
    var entries = new ArrayList<Entry>(2);
    if (evidence != null) {
      entries.add(evidence);
    }
    if (verdict instanceof Verdict.Moved<?> moved) {
      for (var event : moved.events()) {
        entries.add(statusChanged(from, moved.now().status(), event));
      }
    }
    return entries;
  }

  private static Entry statusChanged(PaymentStatus from, PaymentStatus to, PaymentEvent event) {
    var detail = new LinkedHashMap<String, String>();
    detail.put("from", from.code());
    detail.put("to", to.code());
    var reason = reason(event);
    put(detail, "reason", reason);
    var words = words(event);
    return Entry.of(
        event.at(),
        EntryKind.STATUS_CHANGED,
        from.code() + " → " + to.code() + (words == null ? "" : ": " + words),
        detail);
  }

  private static @Nullable String reason(PaymentEvent event) {
    if (event instanceof PaymentEvent.Failed failed) {
      return failed.decline().category().code();
    }
    return event instanceof PaymentEvent.NeedsReview needs ? needs.review().reason().code() : null;
  }

  private static @Nullable String words(PaymentEvent event) {
    if (event instanceof PaymentEvent.Failed failed) {
      return failed.decline().reason().value();
    }
    if (event instanceof PaymentEvent.NeedsReview needs) {
      return needs.review().detail();
    }
    if (event instanceof PaymentEvent.Paid paid) {
      return paid.receipt() == null ? "without a receipt" : "receipt " + paid.receipt();
    }
    return null;
  }

  private static String word(Verdict.Reading reading) {
    return reading.name().toLowerCase(Locale.ROOT);
  }

  /** What decides nothing, yet may interest whoever looks into a doubtful payment. */
  private static @Nullable String differences(Payment payment, StkCallback said) {
    var differing = new ArrayList<String>(2);
    if (said.payer() != null && !said.payer().equals(payment.order().phone())) {
      differing.add("phone");
    }
    var known = merchantRequestId(payment.facts().ids());
    if (known != null
        && said.merchantRequestId() != null
        && !said.merchantRequestId().equals(known)) {
      differing.add("merchantRequestId");
    }
    return differing.isEmpty() ? null : String.join(", ", differing);
  }

  private static @Nullable MerchantRequestId merchantRequestId(@Nullable RequestIds ids) {
    return ids == null ? null : ids.merchantRequestId();
  }

  private static void put(Map<String, String> detail, String name, @Nullable Object value) {
    if (value != null) {
      detail.put(name, value.toString());
    }
  }

  /** Bytes that came to a callback address, and when. */
  record Arrived(Instant at, byte[] body) {}
}
