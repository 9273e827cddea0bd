package io.hakika.bootstrap.settings;

import io.hakika.application.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads typed values out of the settings given, and collects what is wrong with them. Where a value
 * is faulty its default is answered, so that reading goes on and finds the other faults.
 */
final class Values {

  private static final int LONGEST_QUOTE = 60;

  private final Given given;
  private final List<String> faults;

  Values(Given given, List<String> faults) {
    this.given = given;
    this.faults = new ArrayList<>(faults);
  }

  /** Throws every fault found so far, if there are any. */
  void orThrow() {
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults.stream().distinct().toList());
    }
  }

  void fault(String line) {
    faults.add(line);
  }

  boolean has(String name) {
    return given.has(name);
  }

  Optional<String> text(String name) {
    return given.find(name, faults);
  }

  /**
   * The value as {@code parser} reads it.
   *
   * @param parser throws {@link IllegalArgumentException} with a phrase to be read after the value:
   *     "is no whole number"
   */
  <T> Optional<T> parsed(String name, Function<String, T> parser) {
    return text(name).flatMap(text -> parse(name + quoted(text) + " ", text, parser));
  }

  /** The same for values that nobody may see. */
  <T> Optional<T> secret(String name, Function<String, T> parser) {
    return text(name).flatMap(text -> parse(name + " ", text, parser));
  }

  /** The same for a parser that says in a sentence what it expects and, if it may, what it saw. */
  <T> Optional<T> list(String name, Function<String, T> parser) {
    return text(name).flatMap(text -> parse(name + ": ", text, parser));
  }

  /** Notes a fault if {@code value} is not there and was not faulty either. */
  <T> Optional<T> required(String name, Optional<T> value, String what) {
    if (!given.has(name)) {
      faults.add(name + " is not set: " + what);
    }
    return value;
  }

  Duration duration(String name, Duration usual, Duration least, Duration most) {
    return parsed(name, text -> within(Forms.duration(text), least, most)).orElse(usual);
  }

  Optional<Rate> rate(String name) {
    return parsed(name, Forms::rate);
  }

  int integer(String name, int usual, int least, int most) {
    return parsed(name, text -> Forms.integer(text, least, most)).orElse(usual);
  }

  int port(String name, int usual) {
    return integer(name, usual, 0, 65_535);
  }

  /** One of the words that {@code usual}'s type names, in lower case. */
  <E extends Enum<E>> E word(String name, E usual) {
    var words = usual.getDeclaringClass().getEnumConstants();
    return parsed(name, text -> oneOf(words, text)).orElse(usual);
  }

  private static <E extends Enum<E>> E oneOf(E[] words, String text) {
    return Stream.of(words)
        .filter(word -> spelling(word).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("is not " + list(words)));
  }

  private static <E extends Enum<E>> String list(E[] words) {
    return Stream.of(words).map(Values::spelling).collect(Collectors.joining(" or "));
  }

  private static String spelling(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static Duration within(Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException("is not between " + least + " and " + most);
    }
    return value;
  }

  private <T> Optional<T> parse(String before, String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      faults.add(before + e.getMessage());
      return Optional.empty();
    }
  }

  /** Shows a value on one line; not where it may hold a name and a password. */
  private static String quoted(String text) {
    if (text.indexOf('@') >= 0) {
      return "";
    }
    var shown = text.replaceAll("\\p{Cntrl}", "\uFFFD");
    return shown.length() <= LONGEST_QUOTE
        ? " \"" + shown + '"'
        : " \"" + shown.substring(0, LONGEST_QUOTE) + "…\"";
  }
}
