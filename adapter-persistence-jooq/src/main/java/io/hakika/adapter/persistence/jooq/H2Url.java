package io.hakika.adapter.persistence.jooq;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The JDBC URL of an embedded H2 database, made so that H2 keeps what it acknowledges. */
public final class H2Url {

  private static final String H2 = "jdbc:h2:";
  private static final String MEMORY = "mem:";
  private static final Pattern OURS = Pattern.compile("(?i)(file:|async:)");
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z]{2,}:.*");
  private static final Pattern SAYS_WHERE =
      Pattern.compile("(?:[/\\\\]|\\.{1,2}[/\\\\]|~|[A-Za-z]:).*");

  /** A backslash keeps a semicolon from ending a setting. */
  private static final Pattern SEPARATOR = Pattern.compile("(?<!\\\\);");

  private H2Url() {}

  /** Whether {@code url} is one of H2's. */
  public static boolean isH2(String url) {
    return url.regionMatches(true, 0, H2, 0, H2.length());
  }

  /**
   * The same database, with every setting that keeps commits. A relative path is taken from the
   * working directory. An in-memory database is one still: it keeps nothing, and {@link
   * DatabaseSettings} says so.
   *
   * @throws IllegalArgumentException if the URL demands what would lose commits, or is no embedded
   *     database; the message is one line that names what to change
   */
  public static String safe(String url) {
    if (!isH2(url)) {
      throw new IllegalArgumentException("an H2 URL begins with " + H2);
    }
    var parts = SEPARATOR.split(url.substring(H2.length()), 2);
    var settings = parts.length == 1 ? new LinkedHashMap<String, String>() : settings(parts[1]);
    for (var setting : H2Setting.values()) {
      setting.enforce(settings);
    }
    return H2 + place(parts[0]) + written(settings);
  }

  /** The folder of the database that {@code url} names; empty for an in-memory one. */
  public static Optional<Path> folder(String url) {
    var place = SEPARATOR.split(safe(url).substring(H2.length()), 2)[0];
    if (place.regionMatches(true, 0, MEMORY, 0, MEMORY.length())) {
      return Optional.empty();
    }
    var file = OURS.matcher(place).replaceFirst("");
    var home = System.getProperty("user.home");
    var path = Path.of(file.startsWith("~/") ? home + file.substring(1) : file);
    return Optional.ofNullable(path.toAbsolutePath().getParent());
  }

  private static String place(String place) {
    if (place.regionMatches(true, 0, MEMORY, 0, MEMORY.length())) {
      return place;
    }
    // file: and async: may stand in either order; async: is what we want, once.
    var path = OURS.matcher(place).replaceAll("");
    if (path.isEmpty() || SCHEME.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "the H2 URL names no file of this machine: use " + H2 + "file:PATH");
    }
    return "async:" + (SAYS_WHERE.matcher(path).matches() ? path : "./" + path);
  }

  private static Map<String, String> settings(String text) {
    var settings = new LinkedHashMap<String, String>();
    for (var setting : SEPARATOR.split(text)) {
      if (!setting.isBlank()) {
        put(settings, setting);
      }
    }
    return settings;
  }

  private static void put(Map<String, String> settings, String setting) {
    var equals = setting.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "the H2 URL holds a setting without a value, after " + settings.size() + " others");
    }
    var name = setting.substring(0, equals).strip().toUpperCase(Locale.ROOT);
    var value = setting.substring(equals + 1);
    var before = settings.put(name, value);
    if (before != null && !before.equalsIgnoreCase(value)) {
      throw new IllegalArgumentException("the H2 URL sets " + name + " twice, and differently");
    }
  }

  private static String written(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> ";" + setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining());
  }
}
