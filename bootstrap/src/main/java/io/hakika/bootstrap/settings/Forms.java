package io.hakika.bootstrap.settings;

import io.hakika.application.Rate;
import java.math.BigInteger;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** How numbers, durations and rates are written in settings. Each says what it expected instead. */
final class Forms {

  static final Duration LONGEST = Duration.ofDays(366);

  private static final String DURATION_RULE =
      "is no duration such as PT20S, 90s, 2m or 2h, up to a year";
  private static final String RATE_RULE = "is no rate such as 5/PT1M or 50/1s";
  private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  private Forms() {}

  /** ISO-8601, or {@code 250ms}, {@code 90s}, {@code 2m}, {@code 2h}, {@code 1d}. */
  static Duration duration(String text) {
    var duration = shortDuration(text.toLowerCase(Locale.ROOT), text);
    if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(DURATION_RULE);
    }
    return duration;
  }

  private static Duration shortDuration(String lower, String text) {
    var matcher = SHORT.matcher(lower);
    if (!matcher.matches()) {
      return iso(text);
    }
    var count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static Duration iso(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException(DURATION_RULE, e);
    }
  }

  /** {@code n/P}: never more than n in any stretch of length P. */
  static Rate rate(String text) {
    var slash = text.indexOf('/');
    var calls = slash < 0 ? "" : text.substring(0, slash).strip();
    if (!DIGITS.matcher(calls).matches()) {
      throw new IllegalArgumentException(RATE_RULE);
    }
    try {
      return new Rate(Integer.parseInt(calls), duration(text.substring(slash + 1).strip()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(RATE_RULE, e);
    }
  }

  static int integer(String text, int least, int most) {
    if (!text.matches("[+-]?[0-9]{1,30}")) {
      throw new IllegalArgumentException("is no whole number");
    }
    var number = new BigInteger(text);
    if (number.compareTo(BigInteger.valueOf(least)) < 0
        || number.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new IllegalArgumentException("is not between " + least + " and " + most);
    }
    return number.intValueExact();
  }
}
