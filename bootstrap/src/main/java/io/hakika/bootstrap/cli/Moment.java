package io.hakika.bootstrap.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment as people write it: an instant, a day (its beginning here), or how long ago. */
final class Moment implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String text) {
    return Stream.<Function<String, Instant>>of(Moment::instant, Moment::day, Moment::ago)
        .map(reading -> tried(reading, text))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected an instant (2026-11-24T08:00:00Z), a day (2026-11-24) or how long ago"
                        + " (48h)"));
  }

  private static Optional<Instant> tried(Function<String, Instant> reading, String text) {
    try {
      return Optional.of(reading.apply(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static Instant day(String text) {
    return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
  }

  private static Instant ago(String text) {
    var iso = text.toUpperCase(Locale.ROOT);
    return Instant.now().minus(Duration.parse(iso.startsWith("P") ? iso : period(iso)));
  }

  private static String period(String text) {
    return text.endsWith("D") ? "P" + text : "PT" + text;
  }
}
