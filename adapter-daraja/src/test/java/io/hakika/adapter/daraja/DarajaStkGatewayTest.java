package io.hakika.adapter.daraja;

import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hakika.adapter.daraja.simulator.Answer;
import io.hakika.adapter.daraja.simulator.Customer;
import io.hakika.adapter.daraja.simulator.DarajaSimulator;
import io.hakika.adapter.daraja.simulator.Ledger.CalledBack;
import io.hakika.adapter.daraja.simulator.SimulatorOptions;
import io.hakika.application.contract.StkGatewayContract;
import io.hakika.application.port.driven.StkGateway;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Order;
import io.hakika.domain.QueryClass;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.MerchantAccount;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway over real HTTP, against the simulator. */
class DarajaStkGatewayTest implements StkGatewayContract {

  private static final MerchantAccount SECOND = new MerchantAccount("second");
  private static final CallbackUrls NOBODY_LISTENS =
      CallbackUrls.under(URI.create("http://127.0.0.1:1/shop"));

  private final Clock clock = Clock.systemUTC();
  private DarajaSimulator daraja;
  private DarajaClient client;
  private DarajaStkGateway gateway;
  private int customers;

  @BeforeEach
  void start() {
    daraja = DarajaSimulator.start(SimulatorOptions.quick());
    client = DarajaClient.of(config(), clock);
    gateway = new DarajaStkGateway(Map.of(MerchantAccount.DEFAULT, client), NOBODY_LISTENS);
  }

  @AfterEach
  void stop() {
    client.close();
    daraja.close();
  }

  private DarajaConfig config() {
    var merchant = daraja.merchant();
    var credentials =
        DarajaCredentials.paybill(
            merchant.consumerKey(),
            merchant.consumerSecret(),
            merchant.shortCode(),
            merchant.passKey());
    return DarajaConfig.sandbox(credentials)
        .withBaseUrl(daraja.baseUrl())
        .withTimeout(Given.PATIENT);
  }

  @Override
  public StkGateway gateway() {
    return gateway;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Order orderWhosePushIs(PushOutcome wanted) {
    return orderOf(
        switch (wanted) {
          case ACCEPTED -> Customer.NEVER_DECIDES;
          case REFUSED -> Customer.LOCKED;
          case NOT_SENT -> Customer.BLOCKED;
          case THROTTLED -> Customer.SPIKE_ARREST_FAULT;
          case UNKNOWN -> Customer.ANSWER_LOST;
        });
  }

  @Override
  public Pushed pushedOrderWhoseQueryIs(QueryOutcome wanted) {
    return switch (wanted) {
      case SUCCESS -> decided(Customer.PAYS);
      case CERTAIN_FAILURE -> decided(Customer.CANCELS);
      case LIKELY_FAILURE -> decided(Customer.NO_ANSWER);
      case PENDING -> pushed(Customer.NEVER_DECIDES);
      case THROTTLED -> pushed(Customer.QUERY_THROTTLED);
      case UNANSWERED -> unanswered();
    };
  }

  private Pushed unanswered() {
    daraja.nextQuery(Answer.lost());
    return pushed(Customer.NEVER_DECIDES);
  }

  /** The simulator calls back once the customer has decided; nobody has to listen. */
  private Pushed decided(Customer customer) {
    var pushed = pushed(customer);
    daraja
        .ledger()
        .await(1, CalledBack.class, call -> call.checkoutRequestId().equals(pushed.id().value()));
    return pushed;
  }

  private Pushed pushed(Customer customer) {
    var order = orderOf(customer);
    var accepted = (PushAnswer.Accepted) gateway.push(order);
    return new Pushed(order, accepted.ids().checkoutRequestId());
  }

  private Order orderOf(Customer customer) {
    return aPayment().byPhone(customer.number(customers++)).order();
  }

  @Override
  public int pushesThatArrived(Order order) {
    return daraja.ledger().pushesOf(order.accountReference().value()).size();
  }

  // --- what is this adapter's alone ---

  @Test
  void daraja_is_told_what_was_agreed() {
    var order = orderOf(Customer.NEVER_DECIDES);

    gateway.push(order);

    var request = daraja.ledger().pushes().get(0).request();
    assertThat(request.phone()).isEqualTo(order.phone().digits());
    assertThat(request.amount()).isEqualTo(order.amount().value());
    assertThat(request.accountReference()).isEqualTo(order.accountReference().value());
    assertThat(request.callbackUrl())
        .hasToString("http://127.0.0.1:1/shop/callbacks/stk/" + order.callbackToken().value());
  }

  @Test
  void an_order_of_an_account_without_credentials_is_not_sent() {
    var order = aPayment().onAccount("second").order();

    assertThat(gateway.push(order))
        .isInstanceOfSatisfying(
            PushAnswer.NotSent.class,
            notSent -> assertThat(notSent.reason().value()).contains("second"));
    assertThat(daraja.ledger().entries()).isEmpty();
  }

  @Test
  void an_order_of_an_account_without_credentials_is_not_asked_about() {
    var order = aPayment().onAccount("second").order();

    var queried = gateway.query(order, new CheckoutRequestId("ws_CO_1"));

    assertThat(queried.answer().answered()).isFalse();
    assertThat(queried.answer().says()).isEqualTo(QueryClass.NO_INFORMATION);
    assertThat(queried.body()).isEmpty();
    assertThat(daraja.ledger().entries()).isEmpty();
  }

  @Test
  void accounts_of_one_oauth_client_must_share_its_token() {
    try (var rival = DarajaClient.of(config(), clock)) {
      var rivals = Map.of(MerchantAccount.DEFAULT, client, SECOND, rival);

      assertThatThrownBy(() -> new DarajaStkGateway(rivals, NOBODY_LISTENS))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("one consumer key but two tokens");
    }
    var sharing = client.forMerchant(config().credentials().withTill("600100"));
    var both =
        new DarajaStkGateway(
            Map.of(MerchantAccount.DEFAULT, client, SECOND, sharing), NOBODY_LISTENS);
    assertThat(both.serves(SECOND)).isTrue();
  }

  @Test
  void there_is_at_least_one_account() {
    assertThatThrownBy(() -> new DarajaStkGateway(Map.of(), NOBODY_LISTENS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clients");
  }
}
