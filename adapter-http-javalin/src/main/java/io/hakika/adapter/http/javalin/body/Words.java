package io.hakika.adapter.http.javalin.body;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads words of which there are few. */
final class Words {

  private Words() {}

  /** The one of {@code words} that is spelled {@code text}, or a message that lists them all. */
  static <T> T parse(T[] words, Function<T, String> spelling, String text) {
    return Arrays.stream(words)
        .filter(word -> spelling.apply(word).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "has to be one of "
                        + Arrays.stream(words).map(spelling).collect(Collectors.joining(", "))));
  }
}
