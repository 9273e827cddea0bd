package io.hakika.bootstrap.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The settings as they were given. What the environment says wins over the file that {@code
 * HAKIKA_CONFIG} names; in either, {@code NAME_FILE} stands for the text of a file. A setting
 * without text counts as not given.
 */
final class Given {

  static final String CONFIG = "HAKIKA_CONFIG";
  private static final String FILE = "_FILE";

  private final Map<String, String> environment;
  private final Map<String, String> file;

  private Given(Map<String, String> environment, Map<String, String> file) {
    this.environment = Map.copyOf(environment);
    this.file = Map.copyOf(file);
  }

  static Given of(Map<String, String> environment, List<String> faults) {
    var path = environment.getOrDefault(CONFIG, "");
    return new Given(
        environment, path.isBlank() ? Map.of() : ConfigFile.lines(CONFIG, path, faults));
  }

  /** The text of {@code name}, without space around it. */
  Optional<String> find(String name, List<String> faults) {
    return in(environment, name, faults).or(() -> in(file, name, faults));
  }

  /** The names given to us that {@code known} does not hold, in alphabetical order. */
  List<String> unknown(Map<String, ?> known) {
    var names = new TreeSet<String>(file.keySet());
    environment.keySet().stream().filter(Given::ours).forEach(names::add);
    names.removeIf(name -> known.containsKey(name) || known.containsKey(beforeFile(name)));
    return List.copyOf(names);
  }

  /** Whether {@code name} was given in any way. */
  boolean has(String name) {
    return isText(environment.get(name))
        || isText(environment.get(name + FILE))
        || isText(file.get(name))
        || isText(file.get(name + FILE));
  }

  private static Optional<String> in(Map<String, String> layer, String name, List<String> faults) {
    var value = layer.getOrDefault(name, "").strip();
    var path = layer.getOrDefault(name + FILE, "").strip();
    if (!value.isEmpty() && !path.isEmpty()) {
      faults.add(name + " and " + name + FILE + " are both set: keep one of them");
    }
    if (!value.isEmpty() || path.isEmpty()) {
      return Optional.of(value).filter(Given::isText);
    }
    var text = ConfigFile.text(name + FILE, path, faults).map(String::strip);
    if (text.isPresent() && text.get().isEmpty()) {
      faults.add(name + FILE + " names an empty file: " + path);
    }
    return text.filter(Given::isText);
  }

  private static boolean ours(String name) {
    return name.startsWith("HAKIKA_") || name.startsWith("MPESA_");
  }

  private static String beforeFile(String name) {
    return name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name;
  }

  private static boolean isText(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
