package io.hakika.bootstrap.service;

import io.hakika.adapter.daraja.CallbackUrls;
import io.hakika.adapter.daraja.DarajaCallbackReader;
import io.hakika.adapter.daraja.DarajaClient;
import io.hakika.adapter.daraja.DarajaStkGateway;
import io.hakika.adapter.persistence.jooq.Database;
import io.hakika.adapter.persistence.jooq.Durability;
import io.hakika.adapter.persistence.jooq.JooqEventLog;
import io.hakika.adapter.persistence.jooq.JooqPaymentQueries;
import io.hakika.adapter.persistence.jooq.JooqPaymentStore;
import io.hakika.adapter.persistence.jooq.JooqSettings;
import io.hakika.application.PaymentApplication;
import io.hakika.application.PaymentApplicationBuilder;
import io.hakika.bootstrap.settings.RecoverSettings;
import io.hakika.bootstrap.settings.ServiceSettings;
import io.hakika.domain.value.MerchantAccount;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hakika between a database and Daraja, without HTTP. Nothing runs before it is started. */
public final class Core implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Core.class);

  /** Where nobody calls back: a recovery asks, and pushes nothing. */
  private static final URI NOWHERE = URI.create("https://nowhere.invalid");

  private final Opened opened;
  private final DataSource connections;
  private final PaymentApplication application;

  private Core(Opened opened, DataSource connections, PaymentApplication application) {
    this.opened = opened;
    this.connections = connections;
    this.application = application;
  }

  /** For a service: the database is made if it does not exist, and migrated as the settings say. */
  static Core of(ServiceSettings settings, Clock clock) {
    return open(opened -> of(settings, clock, opened));
  }

  /**
   * For a command that recovers payments: the database must exist and be up to date.
   *
   * @throws StartFailure if the database cannot be used as it is
   */
  public static Core of(RecoverSettings settings) {
    return open(opened -> of(settings, opened));
  }

  private static Core of(ServiceSettings settings, Clock clock, Opened opened) {
    var pool = opened.add(Pool.open(settings.store()));
    Schemas.prepare(pool.connections(), settings.store().migrate());
    var database = opened.add(database(pool, settings.store().durability()));
    var secrets = CallbackSecrets.of(settings.callbacks(), new JooqSettings(database));
    var daraja = opened.add(DarajaClient.of(settings.mpesa().daraja(), clock));
    var gateway = gateway(daraja, settings.http().publicUrl());
    var application =
        builder(database, gateway)
            .clock(clock)
            .callbackSecrets(secrets)
            .rules(settings.checkout())
            .patience(settings.recovery().patience())
            .recoveryPoll(settings.recovery().poll())
            .queryRate(settings.mpesa().queryRate());
    if (settings.mpesa().pushRate() != null) {
      application.pushRate(settings.mpesa().pushRate());
    }
    return new Core(opened, pool.connections(), opened.add(application.build()));
  }

  private static Core of(RecoverSettings settings, Opened opened) {
    var pool = opened.add(Pool.openExisting(settings.store()));
    Schemas.require(pool.connections());
    var database = opened.add(database(pool, settings.store().durability()));
    var daraja = opened.add(DarajaClient.of(settings.mpesa().daraja(), Clock.systemUTC()));
    var application =
        builder(database, gateway(daraja, NOWHERE))
            .patience(settings.recovery().patience())
            .queryRate(settings.mpesa().queryRate());
    return new Core(opened, pool.connections(), opened.add(application.build()));
  }

  private static Database database(Pool pool, Durability durability) {
    Schemas.refuseUnsafe(pool.connections());
    return Database.over(pool.connections(), durability);
  }

  private static DarajaStkGateway gateway(DarajaClient daraja, URI publicUrl) {
    return new DarajaStkGateway(
        Map.of(MerchantAccount.DEFAULT, daraja), CallbackUrls.under(publicUrl));
  }

  private static PaymentApplicationBuilder builder(Database database, DarajaStkGateway gateway) {
    return PaymentApplication.using(
            new JooqPaymentStore(database),
            new JooqPaymentQueries(database),
            new JooqEventLog(database),
            gateway,
            new DarajaCallbackReader())
        .onFault((doing, fault) -> LOG.warn("Fault while {}", doing, fault));
  }

  /** Closes what was opened where the rest could not be. */
  private static Core open(Function<Opened, Core> opening) {
    var opened = new Opened();
    try {
      return opening.apply(opened);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** The use cases. */
  public PaymentApplication application() {
    return application;
  }

  DataSource connections() {
    return connections;
  }

  /** Ends calls that are under way, then closes Daraja's client, the database and its file. */
  @Override
  public void close() {
    opened.close();
  }
}
