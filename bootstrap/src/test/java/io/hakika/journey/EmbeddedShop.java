package io.hakika.journey;

import static io.hakika.domain.value.Shillings.shillings;

import io.hakika.adapter.daraja.CallbackUrls;
import io.hakika.adapter.daraja.DarajaCallbackReader;
import io.hakika.adapter.daraja.DarajaClient;
import io.hakika.adapter.daraja.DarajaConfig;
import io.hakika.adapter.daraja.DarajaStkGateway;
import io.hakika.adapter.persistence.jooq.Database;
import io.hakika.adapter.persistence.jooq.Durability;
import io.hakika.adapter.persistence.jooq.JooqEventLog;
import io.hakika.adapter.persistence.jooq.JooqPaymentQueries;
import io.hakika.adapter.persistence.jooq.JooqPaymentStore;
import io.hakika.adapter.persistence.jooq.Schema;
import io.hakika.application.PaymentApplication;
import io.hakika.application.port.driven.PaymentListener;
import io.hakika.application.port.driving.ReceiveCallback;
import io.hakika.application.port.driving.StartCheckout;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/** A host that embeds Hakika, as the README shows it. */
final class EmbeddedShop {

  private final DataSource dataSource;
  private final URI shopUrl;
  private final PaymentListener listener;

  EmbeddedShop(DataSource dataSource, URI shopUrl, PaymentListener listener) {
    this.dataSource = dataSource;
    this.shopUrl = shopUrl;
    this.listener = listener;
  }

  PaymentApplication hakika(DarajaConfig daraja) {
    // The README's first snippet begins here.
    Schema.migrate(dataSource);
    var database = Database.over(dataSource, Durability.PROCESS);
    var client = DarajaClient.of(daraja, Clock.systemUTC());
    var accounts = Map.of(MerchantAccount.DEFAULT, client);
    var hakika =
        PaymentApplication.using(
                new JooqPaymentStore(database),
                new JooqPaymentQueries(database),
                new JooqEventLog(database),
                new DarajaStkGateway(accounts, CallbackUrls.under(shopUrl)),
                new DarajaCallbackReader())
            .listener(listener)
            .build();
    hakika.start();
    // The README's first snippet ends here.
    return hakika;
  }

  StartCheckout.Result checkout(PaymentApplication hakika) {
    // The README's second snippet begins here.
    var request =
        StartCheckout.Request.of(
            new OrderId("ORD-1001"), Msisdn.parse("0712 345 600"), shillings(1500));
    var result = hakika.checkout().start(request.withKey("cart-77"));
    // The README's second snippet ends here.
    return result;
  }

  /** What the host's controller does with a POST to {@code /callbacks/stk/{token}}. */
  int callback(PaymentApplication hakika, String token, byte[] body) {
    // The README's third snippet begins here.
    if (!hakika.callbacks().recognises(token)) {
      return 404;
    }
    var delivery = new ReceiveCallback.Delivery(new CallbackToken(token), body, false);
    var answer = hakika.callbacks().receive(delivery);
    return answer == ReceiveCallback.Answer.ACCEPTED ? 200 : 400;
    // The README's third snippet ends here.
  }
}
