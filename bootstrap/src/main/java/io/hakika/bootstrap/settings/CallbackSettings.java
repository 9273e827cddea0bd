package io.hakika.bootstrap.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What callback tokens are made with, and where callbacks would be kept.
 *
 * @param secrets the first makes tokens, all verify; empty: made at the first start
 */
public record CallbackSettings(List<String> secrets, Path spoolDirectory) {

  private static final int SHORTEST = 16;

  public CallbackSettings {
    secrets = List.copyOf(secrets);
  }

  static CallbackSettings read(Values values) {
    return new CallbackSettings(
        values.list("HAKIKA_CALLBACK_SECRETS", CallbackSettings::split).orElse(List.of()),
        values
            .parsed("HAKIKA_SPOOL_DIR", CallbackSettings::path)
            .orElse(Path.of("hakika-data", "spool")));
  }

  /** The secrets as bytes. */
  public List<byte[]> keys() {
    return secrets.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  static List<String> split(String text) {
    var secrets = Stream.of(text.split(",")).map(String::strip).toList();
    if (secrets.isEmpty() || secrets.stream().anyMatch(one -> one.length() < SHORTEST)) {
      throw new IllegalArgumentException(
          "each secret needs at least " + SHORTEST + " characters; commas stand between");
    }
    return secrets;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("is no path", e);
    }
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "CallbackSettings[" + secrets.size() + " secrets, " + spoolDirectory + "]";
  }
}
