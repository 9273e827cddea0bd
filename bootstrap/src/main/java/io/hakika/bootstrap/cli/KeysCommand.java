package io.hakika.bootstrap.cli;

import io.hakika.adapter.http.javalin.ApiKey;
import io.hakika.adapter.http.javalin.ApiKeys;
import io.hakika.adapter.http.javalin.Scope;
import io.hakika.domain.value.MerchantAccount;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes API keys. */
@Command(name = "keys", description = "Make keys for the API.")
final class KeysCommand implements Runnable {

  private static final int BYTES = 32;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  KeysCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "keys needs a command: new");
  }

  @Command(
      name = "new",
      description =
          "Make a key. The secret is shown once; the service is given only its SHA-256, as an entry"
              + " of HAKIKA_API_KEYS.")
  void create(
      @Parameters(paramLabel = "NAME", description = "Who will use it.") String name,
      @Option(
              names = "--scopes",
              required = true,
              split = ",",
              description = "What it may do: checkout, read, review.")
          Set<Scope> scopes,
      @Option(
              names = "--accounts",
              split = ",",
              description = "The merchant accounts it is limited to; all without this.")
          @Nullable List<String> accounts,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    var secret = "hk_" + HexFormat.of().formatHex(random());
    var key = key(name, scopes, secret, accounts);
    if (json) {
      var printed = Json.object();
      printed.put("name", key.name()).put("secret", secret).put("entry", entry(key));
      terminal.out().println(printed);
    } else {
      terminal.out().println("secret (shown once)  " + secret);
      terminal.out().println("for the service      HAKIKA_API_KEYS=" + entry(key));
    }
  }

  private ApiKey key(
      String name, Set<Scope> scopes, String secret, @Nullable List<String> accounts) {
    try {
      var limits =
          accounts == null
              ? null
              : accounts.stream().map(MerchantAccount::new).collect(Collectors.toSet());
      var hash = HexFormat.of().formatHex(ApiKeys.sha256(secret));
      return new ApiKey(name, new LinkedHashSet<>(scopes), hash, limits);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static String entry(ApiKey key) {
    var scopes = key.scopes().stream().sorted().map(Scope::code).collect(Collectors.joining("+"));
    var accounts = key.accounts();
    var limits =
        accounts == null
            ? ""
            : ":"
                + accounts.stream().map(Object::toString).sorted().collect(Collectors.joining("+"));
    return key.name() + ":" + scopes + ":" + key.sha256() + limits;
  }

  private static byte[] random() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
