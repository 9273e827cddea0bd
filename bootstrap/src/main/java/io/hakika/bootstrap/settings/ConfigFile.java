package io.hakika.bootstrap.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads files that hold settings: {@code NAME=value} lines, or one value alone. A line is never
 * quoted in a fault, because it may hold a secret.
 */
final class ConfigFile {

  private static final int LARGEST = 1 << 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private ConfigFile() {}

  /**
   * The lines of {@code path}: blank ones and those that begin with {@code #} are skipped, spaces
   * around names and values too, and a pair of quotes around a value is taken off.
   *
   * @param variable the variable that names the file, for the faults
   */
  static Map<String, String> lines(String variable, String path, List<String> faults) {
    var values = new LinkedHashMap<String, String>();
    var number = 0;
    for (var line : text(variable, path, faults).orElse("").lines().toList()) {
      number++;
      if (line.isBlank() || line.stripLeading().startsWith("#")) {
        continue;
      }
      var equals = line.indexOf('=');
      var name = equals < 0 ? "" : line.substring(0, equals).strip();
      if (!NAME.matcher(name).matches()) {
        faults.add(variable + ": line " + number + " of " + path + " is not NAME=value");
      } else if (values.put(name, unquoted(line.substring(equals + 1).strip())) != null) {
        faults.add(name + " is set twice in " + path);
      }
    }
    return values;
  }

  /** The text of {@code path} without a byte order mark; nothing, and a fault, if unreadable. */
  static Optional<String> text(String variable, String path, List<String> faults) {
    try {
      var file = Path.of(path);
      if (!Files.isRegularFile(file) && Files.isDirectory(file)) {
        faults.add(variable + " names a directory: " + path);
        return Optional.empty();
      }
      var bytes = read(file);
      if (bytes.length > LARGEST) {
        faults.add(variable + " names a file of more than 1 MiB: " + path);
        return Optional.empty();
      }
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      faults.add(variable + " names a file that is not UTF-8 text: " + path);
    } catch (IOException | RuntimeException e) {
      faults.add(variable + " names a file that cannot be read: " + path);
    }
    return Optional.empty();
  }

  private static byte[] read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST + 1);
    }
  }

  private static String unquoted(String value) {
    var last = value.length() - 1;
    var quoted =
        last > 0
            && value.charAt(0) == value.charAt(last)
            && (value.charAt(0) == '"' || value.charAt(0) == '\'');
    return quoted ? value.substring(1, last) : value;
  }
}
