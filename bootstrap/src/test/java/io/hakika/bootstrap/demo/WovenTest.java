package io.hakika.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.bootstrap.demo.Followed.Line;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WovenTest {

  @Test
  void the_lines_of_several_payments_are_told_by_their_time() {
    var woven =
        Woven.of(List.of(List.of(line(1, "a"), line(4, "a")), List.of(line(2, "b"), line(3, "b"))));

    assertThat(woven).extracting(Line::order).containsExactly("a", "b", "b", "a");
  }

  @Test
  void a_payment_keeps_its_recorded_order_where_arrival_times_say_otherwise() {
    var recorded = List.of(line(5, "a"), line(3, "a"), line(4, "a"));

    var woven = Woven.of(List.of(recorded, List.of(line(1, "b"), line(6, "b")), List.of()));

    assertThat(woven).filteredOn(line -> line.order().equals("a")).isEqualTo(recorded);
    assertThat(woven).extracting(Line::order).containsExactly("b", "a", "a", "a", "b");
  }

  private static Line line(int second, String order) {
    return new Line(Instant.ofEpochSecond(second), order, "paid", "callback " + second);
  }
}
