package io.hakika.adapter.daraja;

import io.hakika.domain.StkCallback;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the bytes of a callback are. */
public sealed interface ParsedCallback {

  /**
   * A callback about an STK push.
   *
   * @param metadata every item that has a name and a value, as text, in Daraja's order; it holds
   *     the payer's number
   */
  record Read(StkCallback callback, Map<String, String> metadata) implements ParsedCallback {

    public Read {
      metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Shows how many items there are. */
    @Override
    public String toString() {
      return "Read[" + callback + ", " + metadata.size() + " items]";
    }
  }

  /**
   * No STK callback.
   *
   * @param why a sentence that repeats nothing of the bytes
   */
  record Unreadable(String why) implements ParsedCallback {}
}
