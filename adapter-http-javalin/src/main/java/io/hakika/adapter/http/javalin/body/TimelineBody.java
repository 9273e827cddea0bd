package io.hakika.adapter.http.javalin.body;

import io.hakika.application.port.driven.PaymentQueries.Page;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.domain.value.CallbackToken;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Part of a payment's history, oldest first.
 *
 * @param nextCursor null at the end
 */
public record TimelineBody(List<EntryBody> entries, @Nullable String nextCursor) {

  /** A history as anybody with a key may see it: without what Daraja sent, word for word. */
  public static TimelineBody withoutBodies(Page<Entry> page) {
    return new TimelineBody(
        page.data().stream().map(entry -> EntryBody.of(entry, entry.detail())).toList(),
        page.nextCursor());
  }

  /**
   * A history as reviewers may see it: {@code detail.body} is what Daraja sent, or {@code
   * detail.bodyBase64} where that is no text.
   *
   * @param token whoever sent a callback knows it, and may have repeated it; it is left out
   */
  public static TimelineBody withBodies(Page<Entry> page, CallbackToken token) {
    return new TimelineBody(
        page.data().stream().map(entry -> EntryBody.of(entry, detail(entry, token))).toList(),
        page.nextCursor());
  }

  private static Map<String, String> detail(Entry entry, CallbackToken token) {
    var body = entry.body();
    if (body == null) {
      return entry.detail();
    }
    var detail = new TreeMap<>(entry.detail());
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      detail.put("body", text.replace(token.value(), "[callback token]"));
    } catch (CharacterCodingException e) {
      detail.put("bodyBase64", Base64.getEncoder().encodeToString(body));
    }
    return detail;
  }

  /** One line of a history. */
  public record EntryBody(String at, String kind, String summary, Map<String, String> detail) {

    static EntryBody of(Entry entry, Map<String, String> detail) {
      return new EntryBody(
          entry.at().toString(), entry.kind().code(), entry.summary(), new TreeMap<>(detail));
    }
  }
}
