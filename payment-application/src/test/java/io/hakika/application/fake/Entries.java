package io.hakika.application.fake;

import io.hakika.application.port.driven.PaymentStore.Answer;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.domain.value.ProviderText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Lines of a payment's history, as the services write them. */
public final class Entries {

  private Entries() {}

  public static Entry created(Instant at) {
    return Entry.of(at, EntryKind.CREATED, "checkout opened", Map.of());
  }

  public static Entry statusChanged(Instant at, String from, String to) {
    var detail = Map.of("from", from, "to", to, "reason", "told by a test");
    return Entry.of(at, EntryKind.STATUS_CHANGED, from + " became " + to, detail);
  }

  /** A person's decision. */
  public static Entry resolved(Instant at, String by, String outcome) {
    var detail = Map.of("by", by, "outcome", outcome, "note", "seen on the statement");
    return Entry.of(at, EntryKind.RESOLVED, by + " decided: " + outcome, detail);
  }

  /** A readable callback with result code {@code code}, read as {@code verdict}. */
  public static Entry callback(Instant at, String verdict, String code) {
    return callback(at, verdict, code, bytes("{\"ResultCode\":\"" + code + "\"}"));
  }

  /** A readable callback with that raw body. */
  public static Entry callback(Instant at, String verdict, String code, byte[] body) {
    var answer = new Answer(code, new ProviderText("result " + code));
    var detail = Map.of("verdict", verdict);
    return new Entry(at, EntryKind.CALLBACK, "callback: " + code, detail, answer, body);
  }

  /** A delivery that is no STK callback. */
  public static Entry malformedCallback(Instant at) {
    var detail = Map.of("verdict", "malformed");
    return new Entry(
        at, EntryKind.CALLBACK, "no STK callback", detail, null, bytes("<html>\u0001"));
  }

  /** An answer to a question; Daraja's code may be null. */
  public static Entry query(Instant at, Answer answer) {
    return new Entry(
        at, EntryKind.QUERY, "Daraja was asked", Map.of(), answer, bytes("{\"answer\":1}"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
