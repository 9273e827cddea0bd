package io.hakika.bootstrap.service;

import io.hakika.adapter.persistence.jooq.JooqSettings;
import io.hakika.bootstrap.settings.CallbackSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that make callback tokens where none were configured: made at the first start, and kept
 * in the database, which decides, and in a file beside the spool, so that a token can be told from
 * a guess while the database is away. The file also remembers keys of databases that were replaced.
 */
final class CallbackSecrets {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackSecrets.class);
  private static final String NAME = "callback-secret";
  private static final int BYTES = 32;
  private static final int MOST_REMEMBERED = 20;
  private static final FileAttribute<?> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private CallbackSecrets() {}

  /** The configured keys; else those that were made. The first makes tokens, all verify. */
  static List<byte[]> of(CallbackSettings settings, JooqSettings database) {
    if (!settings.secrets().isEmpty()) {
      return settings.keys();
    }
    var file = settings.spoolDirectory().toAbsolutePath().resolveSibling(NAME);
    return keys(file, database);
  }

  private static List<byte[]> keys(Path file, JooqSettings database) {
    try {
      var remembered = read(file);
      var secrets = new LinkedHashSet<String>();
      secrets.add(database.orMake(NAME, () -> remembered.isEmpty() ? make() : remembered.get(0)));
      secrets.addAll(remembered);
      if (!List.copyOf(secrets).equals(remembered)) {
        write(file, secrets.stream().limit(MOST_REMEMBERED).toList());
      }
      return bytes(secrets);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("The callback secret cannot be kept in a file, only in the database: {}", file);
      return bytes(List.of(database.orMake(NAME, CallbackSecrets::make)));
    }
  }

  private static List<byte[]> bytes(Iterable<String> secrets) {
    var keys = new ArrayList<byte[]>();
    secrets.forEach(secret -> keys.add(secret.getBytes(StandardCharsets.UTF_8)));
    return keys;
  }

  private static String make() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static List<String> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(MOST_REMEMBERED)
        .toList();
  }

  /** Written aside and renamed: a crash leaves the old file or the new one. */
  private static void write(Path file, List<String> secrets) throws IOException {
    Files.createDirectories(file.getParent());
    var aside = Files.createTempFile(file.getParent(), NAME, ".new", OWNER_ALONE);
    Files.write(aside, secrets);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
