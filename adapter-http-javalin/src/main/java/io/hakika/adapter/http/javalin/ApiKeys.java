package io.hakika.adapter.http.javalin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The keys of an API. Two entries may share a name while its secret is rotated; then they must
 * agree on scopes and accounts, because they are one client.
 */
public record ApiKeys(List<ApiKey> entries) {

  public ApiKeys {
    entries = List.copyOf(entries);
    var byName = new HashMap<String, ApiKey>();
    var hashes = new HashSet<String>();
    for (var key : entries) {
      if (!hashes.add(key.sha256())) {
        throw new IllegalArgumentException("key " + key.name() + " has the secret of another");
      }
      var twin = byName.putIfAbsent(key.name(), key);
      if (twin != null && !sameRights(twin, key)) {
        throw new IllegalArgumentException(
            "key " + key.name() + " is there twice, with other scopes or accounts");
      }
    }
  }

  private static boolean sameRights(ApiKey one, ApiKey other) {
    return new ApiKey(one.name(), other.scopes(), one.sha256(), other.accounts()).equals(one);
  }

  /**
   * Reads entries separated by commas, as {@link ApiKey#parse} says.
   *
   * @throws IllegalArgumentException saying what is wrong; no hash is repeated
   */
  public static ApiKeys parse(String text) {
    var keys = new ArrayList<ApiKey>();
    for (var entry : text.split(",", -1)) {
      keys.add(ApiKey.parse(entry));
    }
    return new ApiKeys(keys);
  }

  /** The SHA-256 of a secret, as an entry holds it: 64 lower-case hexadecimal digits. */
  public static byte[] sha256(String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return digest.digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The key of that secret. Takes the same time whichever entry it is, or none. */
  Optional<ApiKey> find(String secret) {
    var hash = sha256(secret);
    ApiKey found = null;
    for (var key : entries) {
      if (MessageDigest.isEqual(key.hash(), hash)) {
        found = key;
      }
    }
    return Optional.ofNullable(found);
  }
}
