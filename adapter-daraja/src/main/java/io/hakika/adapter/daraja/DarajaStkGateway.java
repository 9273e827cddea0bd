package io.hakika.adapter.daraja;

import io.hakika.application.port.driven.StkGateway;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Order;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.MerchantAccount;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Prompts phones through Daraja, with a client for each merchant account. */
public final class DarajaStkGateway implements StkGateway {

  private final Map<MerchantAccount, DarajaClient> clients;
  private final CallbackUrls callbackUrls;

  /**
   * Sends through {@code clients}, which stay the caller's to close.
   *
   * @throws IllegalArgumentException if there are none, or if two of them have one consumer key but
   *     not one token: make the second with {@link DarajaClient#forMerchant}
   */
  public DarajaStkGateway(Map<MerchantAccount, DarajaClient> clients, CallbackUrls callbackUrls) {
    if (clients.isEmpty()) {
      throw new IllegalArgumentException("clients: there must be at least one");
    }
    this.clients = Map.copyOf(clients);
    this.callbackUrls = Objects.requireNonNull(callbackUrls, "callbackUrls");
    this.clients.keySet().forEach(this::refuseRivals);
  }

  @Override
  public boolean serves(MerchantAccount account) {
    return clients.containsKey(account);
  }

  /** Sends the push of {@code order}; not sent if its account is none of ours. */
  @Override
  public PushAnswer push(Order order) {
    var push =
        new StkPush(
            order.phone(),
            order.amount(),
            order.accountReference(),
            order.description(),
            callbackUrls.of(order.callbackToken()));
    return Answers.of(
        client(order).map(client -> client.stkPush(push)).orElseGet(() -> notSent(order)));
  }

  /** Asks about the push of {@code order}; no answer if its account is none of ours. */
  @Override
  public Queried query(Order order, CheckoutRequestId id) {
    return Answers.of(
        client(order).map(client -> client.stkQuery(id)).orElseGet(() -> unanswered(order)));
  }

  private Optional<DarajaClient> client(Order order) {
    return Optional.ofNullable(clients.get(order.account()));
  }

  private PushResult notSent(Order order) {
    return Answers.notSent(noCredentials(order), anyClient().now());
  }

  private QueryResult unanswered(Order order) {
    return Answers.unanswered(noCredentials(order), anyClient().now());
  }

  private static String noCredentials(Order order) {
    return "there are no credentials for account " + order.account();
  }

  private DarajaClient anyClient() {
    return clients.values().iterator().next();
  }

  private void refuseRivals(MerchantAccount account) {
    var client = clients.get(account);
    clients.forEach(
        (other, theirs) -> {
          if (client != null && client.wouldSpoilTokenOf(theirs)) {
            throw new IllegalArgumentException(
                "clients: " + account + " and " + other + " have one consumer key but two tokens");
          }
        });
  }
}
