package io.hakika.application.port.driven;

import io.hakika.domain.StkCallback;

/**
 * Reads what came to a callback address. The bytes are a stranger's.
 *
 * <p>Total: whatever the bytes are, it answers. Safe for use by many threads.
 */
public interface CallbackReader {

  Reading read(byte[] body);

  /** What the bytes are. */
  sealed interface Reading {

    /** A callback about an STK push. */
    record Readable(StkCallback callback) implements Reading {}

    /** No such thing: no {@code stkCallback}, no result code, no JSON. */
    record Unreadable(String why) implements Reading {}
  }
}
