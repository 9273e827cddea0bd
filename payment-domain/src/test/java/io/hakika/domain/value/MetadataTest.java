package io.hakika.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {

  @Test
  void equal_notes_are_written_alike_in_whatever_order_they_came() {
    Map<String, String> there = new LinkedHashMap<>();
    there.put("b", "2");
    there.put("a", "1");

    assertThat(new Metadata(there)).isEqualTo(new Metadata(Map.of("a", "1", "b", "2")));
    assertThat(new Metadata(there).values().keySet()).containsExactly("a", "b");
  }

  @Test
  void nobody_can_change_notes_once_they_are_taken() {
    var source = new HashMap<>(Map.of("cart", "77"));
    var notes = new Metadata(source);
    source.put("cart", "78");

    assertThat(notes.values()).containsEntry("cart", "77");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> notes.values().put("cart", "79"));
  }

  @Test
  void twenty_pairs_and_500_characters_are_the_most() {
    assertThat(new Metadata(pairs(20)).values()).hasSize(20);
    assertThat(new Metadata(Map.of("k", "v".repeat(500))).values()).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Metadata(pairs(21)))
        .withMessage("metadata has at most 20 keys, not 21");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Metadata(Map.of("k", "v".repeat(501))))
        .withMessage("metadata.k has at most 500 characters, not 501");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "ä", "a/b", "a\n", "12345678901234567890123456789012345678901"})
  void a_key_of_another_form_is_refused(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Metadata(Map.of(key, "v")))
        .withMessageStartingWith("a metadata key is 1 to 40 of");
  }

  @Test
  void a_value_with_a_control_character_is_refused_by_its_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Metadata(Map.of("note", "a\u0000b")))
        .withMessage("metadata.note holds a control character");
  }

  @Test
  void the_values_are_not_shown() {
    assertThat(new Metadata(Map.of("name", "Wanjiku"))).hasToString("Metadata[name]");
  }

  private static Map<String, String> pairs(int count) {
    Map<String, String> pairs = new HashMap<>();
    for (var i = 0; i < count; i++) {
      pairs.put("key" + i, "v");
    }
    return pairs;
  }
}
