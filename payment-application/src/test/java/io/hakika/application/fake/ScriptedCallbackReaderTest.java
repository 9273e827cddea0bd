package io.hakika.application.fake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hakika.application.contract.CallbackReaderContract;
import io.hakika.application.port.driven.CallbackReader;
import io.hakika.domain.StkCallback;
import org.junit.jupiter.api.Test;

final class ScriptedCallbackReaderTest implements CallbackReaderContract {

  private final ScriptedCallbackReader reader = new ScriptedCallbackReader();

  @Override
  public CallbackReader reader() {
    return reader;
  }

  @Override
  public byte[] bytesOf(StkCallback said) {
    return ScriptedCallbackReader.bytesOf(said);
  }

  @Test
  void it_breaks_as_often_as_it_was_told() {
    reader.breakNext(1);

    assertThatThrownBy(() -> reader.read(new byte[0])).isInstanceOf(IllegalStateException.class);
    reader.read(new byte[0]);
  }
}
