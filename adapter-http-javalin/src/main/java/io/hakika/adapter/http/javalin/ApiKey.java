package io.hakika.adapter.http.javalin;

import io.hakika.domain.value.MerchantAccount;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the API, and for what. Of the secret only its SHA-256 is known, which is enough for
 * secrets of 256 random bits. {@code toString} shows the name alone.
 *
 * @param name who it is: idempotency keys and decisions are the name's own
 * @param sha256 64 lower-case hexadecimal digits
 * @param accounts the merchant accounts it is limited to; null: all
 */
public record ApiKey(
    String name, Set<Scope> scopes, String sha256, @Nullable Set<MerchantAccount> accounts) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public ApiKey {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a key's name is 1 to 40 of A-Z a-z 0-9 _ . -");
    }
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("key " + name + ": the hash is 64 hexadecimal digits");
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("key " + name + " has no scope");
    }
    if (accounts != null && accounts.isEmpty()) {
      throw new IllegalArgumentException("key " + name + " is limited to no account at all");
    }
    scopes = Set.copyOf(scopes);
    accounts = accounts == null ? null : Set.copyOf(accounts);
  }

  /**
   * Reads {@code name:scope+scope:sha256hex[:account+account]}.
   *
   * @throws IllegalArgumentException saying what is wrong; the hash is not repeated
   */
  public static ApiKey parse(String entry) {
    var parts = entry.strip().split(":", -1);
    if (parts.length < 3 || parts.length > 4) {
      throw new IllegalArgumentException(
          "a key entry is name:scope+scope:sha256hex[:account+account], not "
              + parts.length
              + " parts");
    }
    var accounts = parts.length == 4 ? accounts(parts[0], parts[3]) : null;
    return new ApiKey(
        parts[0], scopes(parts[0], parts[1]), parts[2].toLowerCase(Locale.ROOT), accounts);
  }

  private static Set<Scope> scopes(String name, String words) {
    var scopes = new TreeSet<Scope>();
    for (var word : words.split("\\+", -1)) {
      scopes.add(
          Scope.tryParse(word)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "key " + name + ": scopes are checkout, read and review")));
    }
    return scopes;
  }

  private static Set<MerchantAccount> accounts(String name, String names) {
    try {
      var accounts = new HashSet<MerchantAccount>();
      for (var account : names.split("\\+", -1)) {
        accounts.add(new MerchantAccount(account));
      }
      return accounts;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("key " + name + ": " + e.getMessage(), e);
    }
  }

  /** Whether this key may do what {@code scope} is for; every key may read. */
  boolean may(Scope scope) {
    return scope == Scope.READ || scopes.contains(scope);
  }

  /** Whether this key may see and start payments of {@code account}. */
  boolean reaches(MerchantAccount account) {
    return accounts == null || accounts.contains(account);
  }

  byte[] hash() {
    return HexFormat.of().parseHex(sha256);
  }

  @Override
  public String toString() {
    return "ApiKey[" + name + "]";
  }
}
