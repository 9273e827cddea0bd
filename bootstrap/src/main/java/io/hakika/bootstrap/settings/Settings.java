package io.hakika.bootstrap.settings;

import io.hakika.adapter.daraja.DarajaEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was configured. Each command asks for what it needs, and is told every fault of it at once.
 */
public final class Settings {

  private final Given given;
  private final List<String> faults;

  private Settings(Given given, List<String> faults) {
    this.given = given;
    this.faults = List.copyOf(faults);
  }

  /** The settings in {@code environment}, and in the file that its {@code HAKIKA_CONFIG} names. */
  public static Settings of(Map<String, String> environment) {
    var faults = new ArrayList<String>();
    return new Settings(Given.of(environment, faults), faults);
  }

  /**
   * Everything that serving needs.
   *
   * @throws ConfigurationException with every fault
   */
  public ServiceSettings service() {
    return read(Settings::service);
  }

  /**
   * What recovering without a service needs.
   *
   * @throws ConfigurationException with every fault
   */
  public RecoverSettings recover() {
    return read(
        values ->
            new RecoverSettings(
                MpesaSettings.read(values, environment(values)),
                StoreSettings.read(values),
                RecoverySettings.read(values)));
  }

  /**
   * Where payments are kept.
   *
   * @throws ConfigurationException with every fault
   */
  public StoreSettings store() {
    return read(StoreSettings::read);
  }

  /**
   * Where a service runs.
   *
   * @throws ConfigurationException with every fault
   */
  public ClientSettings client() {
    return read(ClientSettings::read);
  }

  /** What an operator should know, a line each: unknown names, and settings without effect. */
  public List<String> warnings() {
    var warnings = new ArrayList<String>();
    given.unknown(Names.all()).forEach(name -> warnings.add(name + " is no setting; ignored"));
    Names.withoutEffect().entrySet().stream()
        .filter(setting -> given.has(setting.getKey()))
        .map(setting -> setting.getKey() + " has no effect: " + setting.getValue())
        .sorted()
        .forEach(warnings::add);
    return warnings;
  }

  private static ServiceSettings service(Values values) {
    var environment = environment(values);
    var mpesa = MpesaSettings.read(values, environment);
    LaterSettings.check(values);
    return new ServiceSettings(
        mpesa,
        StoreSettings.read(values),
        HttpSettings.read(values, environment),
        AccessSettings.read(values),
        CallbackSettings.read(values),
        CheckoutSettings.read(values, mpesa),
        RecoverySettings.read(values));
  }

  private static DarajaEnvironment environment(Values values) {
    return values.word("MPESA_ENVIRONMENT", DarajaEnvironment.SANDBOX);
  }

  private <T> T read(Function<Values, T> reading) {
    var values = new Values(given, faults);
    var read = reading.apply(values);
    values.orThrow();
    return read;
  }
}
