package io.hakika.adapter.daraja;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of somebody else's JSON. Numbers stay as they were spelled, so that reading computes
 * nothing; whoever needs a value asks for it, and gets it or nothing.
 */
sealed interface Json {

  /** What is not there, or is null. */
  Json NOTHING = new Other("nothing");

  /** A text as it came. */
  record Text(String value) implements Json {

    /** Shows the length: what it says may be a token or a phone number. */
    @Override
    public String toString() {
      return "Text[" + value.length() + " characters]";
    }
  }

  /** A number as it was spelled. */
  record Number(String spelling) implements Json {

    /** Shows the length: it may be a phone number. */
    @Override
    public String toString() {
      return "Number[" + spelling.length() + " characters]";
    }
  }

  /** An object. */
  record Fields(Map<String, Json> values) implements Json {}

  /** An array. */
  record Items(List<Json> values) implements Json {}

  /** True, false or nothing at all. */
  record Other(String word) implements Json {}

  /** Not JSON, or beyond the limits; says why, and nothing of what it is. */
  record Broken(String why) implements Json {}

  /** The field of this name; {@link #NOTHING} where there is none, or where this is no object. */
  default Json at(String name) {
    return this instanceof Fields fields ? fields.values().getOrDefault(name, NOTHING) : NOTHING;
  }

  /**
   * A text that can be shown, without the space around it, or a number plainly spelled; empty for
   * anything else.
   */
  default Optional<String> text() {
    if (this instanceof Number number) {
      return Optional.of(Decimals.plain(number.spelling()));
    }
    return this instanceof Text text
        ? Optional.of(Texts.printable(text.value().strip())).filter(value -> !value.isEmpty())
        : Optional.empty();
  }

  /** A number, or a text that spells one; empty for anything else and for monstrous numbers. */
  default Optional<BigDecimal> number() {
    if (this instanceof Number number) {
      return Decimals.parse(number.spelling());
    }
    return this instanceof Text text ? Decimals.parse(text.value().strip()) : Optional.empty();
  }
}
