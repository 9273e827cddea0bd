package io.hakika.adapter.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FlatJsonTest {

  @Test
  void people_can_read_it() {
    assertThat(FlatJson.write(Map.of("verdict", "applied", "amount", "KES 1500")))
        .isEqualTo("{\"amount\":\"KES 1500\",\"verdict\":\"applied\"}");
  }

  @Test
  void whatever_is_written_is_read_back() {
    var random = new Random(7);
    for (var round = 0; round < 2000; round++) {
      var texts = new HashMap<String, String>();
      for (var pair = random.nextInt(4); pair > 0; pair--) {
        texts.put(HostileText.from(random), HostileText.from(random));
      }

      assertThat(FlatJson.read(FlatJson.write(texts))).as("round %d", round).isEqualTo(texts);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "\"text\"", "{\"a\":1}", "{\"a\":{}}", "{\"a\":null}", "{\"a\""})
  void anything_else_is_refused(String json) {
    assertThatThrownBy(() -> FlatJson.read(json)).isInstanceOf(IllegalArgumentException.class);
  }
}
