package io.hakika.adapter.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hakika.adapter.persistence.jooq.Cursor.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTest {

  private static final Cursor LIST = new Cursor("payments");
  private static final Place PLACE = new Place(1_795_510_800_000_000L, "pay_01abc");

  @Test
  void a_cursor_names_the_place_it_was_made_for() {
    assertThat(LIST.read(LIST.at(PLACE))).isEqualTo(PLACE);
    assertThat(LIST.read(LIST.at(new Place(-1, "")))).isEqualTo(new Place(-1, ""));
  }

  @Test
  void a_cursor_can_stand_in_an_address_and_says_nothing_in_words() {
    assertThat(LIST.at(PLACE)).matches("[A-Za-z0-9_-]+").doesNotContain("pay");
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    var other = new Cursor("history of pay_1").at(PLACE);

    refuses(other);
    assertThatThrownBy(() -> new Cursor("history of pay_2").read(other))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_cursor_that_was_changed_anywhere_is_refused() {
    var cursor = LIST.at(PLACE);
    for (var at = 0; at < cursor.length(); at++) {
      for (var other : new char[] {'A', 'z', '9', '-', '_', '=', ' '}) {
        if (cursor.charAt(at) != other) {
          refuses(cursor.substring(0, at) + other + cursor.substring(at + 1));
        }
      }
      refuses(cursor.substring(0, at));
    }
    refuses(cursor + "A");
    refuses(cursor + "=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "AAAAAAAAAAAAAAAA", "🎉", "' or 1=1 --"})
  void what_is_no_cursor_is_refused(String text) {
    refuses(text);
    refuses(text.repeat(300));
  }

  private static void refuses(String cursor) {
    assertThatThrownBy(() -> LIST.read(cursor))
        .as("cursor <%s>", cursor)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a cursor of this list");
  }
}
