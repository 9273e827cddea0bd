package io.hakika.domain.value;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The merchant's own notes on a payment: at most 20 pairs, kept and given back unread.
 *
 * <p>Sorted by key, so that two equal notes are written alike. {@code toString} shows the keys.
 */
public record Metadata(Map<String, String> values) {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
  private static final int MOST_PAIRS = 20;
  private static final int LONGEST_VALUE = 500;

  /** No notes. */
  public static final Metadata NONE = new Metadata(Map.of());

  public Metadata {
    if (values.size() > MOST_PAIRS) {
      throw new IllegalArgumentException(
          "metadata has at most " + MOST_PAIRS + " keys, not " + values.size());
    }
    values.forEach(Metadata::check);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  private static void check(String key, String value) {
    Text.matching(KEY, key, "a metadata key is 1 to 40 of A-Z a-z 0-9 _ . -");
    if (value.length() > LONGEST_VALUE) {
      throw new IllegalArgumentException(
          "metadata."
              + Text.shown(key)
              + " has at most "
              + LONGEST_VALUE
              + " characters, not "
              + value.length());
    }
    if (value.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "metadata." + Text.shown(key) + " holds a control character");
    }
  }

  @Override
  public String toString() {
    return "Metadata" + Text.shown(values.keySet().toString());
  }
}
