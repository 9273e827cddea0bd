package io.hakika.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoOutputTest {

  private static final Pattern LINE =
      Pattern.compile(
          "[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9] {2}([a-z-]+)"
              + " {2,}(pending|submitted|paid|failed|needs_review) {2,}.+");
  private static final Pattern ROW = Pattern.compile("[✓✗] {2}([a-z-]+) {2,}.+ {2,}.+");

  private static final List<String> OPEN = List.of("pending", "submitted");

  private static boolean good;
  private static List<String> lines;

  @BeforeAll
  static void play_once() {
    var out = new StringWriter();
    try (var demo = Demo.start(new PrintWriter(out), false)) {
      good = demo.play();
    }
    lines = out.toString().lines().toList();
  }

  @Test
  void every_payment_ends_as_it_must() {
    assertThat(good).as(String.join("\n", lines)).isTrue();
    assertThat(lines.get(lines.size() - 1)).startsWith("Every one of");
  }

  @Test
  void a_short_introduction_in_plain_words_comes_first() {
    var introduction = lines.stream().takeWhile(line -> !line.startsWith("time ")).toList();

    assertThat(introduction).hasSizeLessThanOrEqualTo(7);
    assertThat(String.join(" ", introduction))
        .contains("customer's phone", "PIN", "simulated", "durability: process");
  }

  @Test
  void every_line_has_time_order_state_and_words_in_columns() {
    var story =
        lines.stream()
            .dropWhile(line -> !line.startsWith("time "))
            .skip(1)
            .takeWhile(line -> !line.isEmpty())
            .toList();

    assertThat(story).hasSizeGreaterThan(50).allMatch(line -> LINE.matcher(line).matches());
    var header = lines.stream().filter(line -> line.startsWith("time ")).findFirst().orElseThrow();
    var says = header.indexOf("what happened");
    assertThat(story).allMatch(line -> line.charAt(says - 1) == ' ' && line.charAt(says) != ' ');
  }

  @Test
  void the_lines_of_a_payment_never_go_back_to_an_earlier_state() {
    for (var scenario : Scenario.all()) {
      var states =
          lines.stream()
              .map(LINE::matcher)
              .filter(line -> line.matches() && line.group(1).equals(scenario.order()))
              .map(line -> line.group(2))
              .toList();
      var settled = states.stream().dropWhile(OPEN::contains).toList();
      assertThat(states).startsWith("pending");
      assertThat(settled).as(scenario.order()).isNotEmpty().doesNotContainAnyElementsOf(OPEN);
    }
  }

  @Test
  void every_scenario_has_a_story_and_a_row_in_the_table() {
    var orders = Scenario.all().stream().map(Scenario::order).toList();

    assertThat(matched(LINE)).containsAll(orders);
    assertThat(matched(ROW)).containsAll(orders);
  }

  @Test
  void the_books_are_audited() {
    assertThat(lines).filteredOn(line -> line.matches("[✓✗] {2}(no|every) .*")).hasSize(3);
  }

  @Test
  void nothing_shows_a_whole_phone_number_or_colour_where_there_is_none() {
    assertThat(lines).noneMatch(line -> line.matches(".*(254[0-9]{9}|0[17][0-9]{8}).*"));
    assertThat(lines).noneMatch(line -> line.contains("\u001B"));
  }

  @Test
  void a_terminal_shows_states_in_colour() {
    assertThat(new Paint(true).state("paid", "paid")).isEqualTo("\u001B[32mpaid\u001B[0m");
    assertThat(new Paint(false).state("paid", "paid")).isEqualTo("paid");
  }

  private static List<String> matched(Pattern pattern) {
    return lines.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .distinct()
        .collect(Collectors.toList());
  }
}
