package io.hakika.adapter.daraja;

import io.hakika.application.port.driven.CallbackReader;

/** Reads what Daraja, or anybody else, sent to a callback address. */
public final class DarajaCallbackReader implements CallbackReader {

  @Override
  public Reading read(byte[] body) {
    var parsed = CallbackParser.parse(body);
    return parsed instanceof ParsedCallback.Read read
        ? new Reading.Readable(read.callback())
        : new Reading.Unreadable(((ParsedCallback.Unreadable) parsed).why());
  }
}
