package io.hakika.application.port.driving;

import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Metadata;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Shillings;
import io.hakika.domain.value.TransactionDesc;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens a payment and prompts the customer's phone, once. */
public interface StartCheckout {

  /**
   * Opens a payment, sends its push and waits for Daraja's answer, though no longer than the
   * configured wait: then the payment is returned pending and the push goes on.
   *
   * <p>Blocks. Must not be called inside an open transaction of the host's: the payment has to be
   * committed before the push leaves.
   */
  Result start(Request request);

  /**
   * What is wrong with asking for {@code amount}, so that a caller who checks other fields too can
   * name every fault at once; empty where nothing is.
   */
  Optional<String> faultOf(Shillings amount);

  /** What is wrong with taking a payment for {@code account}; empty where nothing is. */
  Optional<String> faultOf(MerchantAccount account);

  /**
   * What a customer is to pay.
   *
   * @param client who asks; idempotency keys are the client's own
   * @param idempotencyKey 1 to 255 visible ASCII characters; null where the client gives none
   * @param accountReference null: made from the order id
   * @param supersedes a stuck payment of the same order that this one replaces; null: none
   */
  record Request(
      String client,
      @Nullable String idempotencyKey,
      OrderId orderId,
      Msisdn phone,
      Shillings amount,
      MerchantAccount account,
      @Nullable AccountReference accountReference,
      TransactionDesc description,
      Metadata metadata,
      @Nullable PaymentId supersedes) {

    public Request {
      Objects.requireNonNull(client, "client");
      Objects.requireNonNull(orderId, "orderId");
      Objects.requireNonNull(phone, "phone");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(account, "account");
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(metadata, "metadata");
    }

    /** A request with everything else left to its default. */
    public static Request of(OrderId orderId, Msisdn phone, Shillings amount) {
      return new Request(
          "host",
          null,
          orderId,
          phone,
          amount,
          MerchantAccount.DEFAULT,
          null,
          TransactionDesc.DEFAULT,
          Metadata.NONE,
          null);
    }

    /** The same request under an idempotency key. */
    public Request withKey(String key) {
      return new Request(
          client,
          key,
          orderId,
          phone,
          amount,
          account,
          accountReference,
          description,
          metadata,
          supersedes);
    }
  }

  /** What became of a request; where several refusals apply, the first of these. */
  sealed interface Result {

    /** The payment was opened: submitted, failed, or still pending. */
    record Started(Details payment) implements Result {}

    /** A field cannot be accepted; nothing was stored or sent. */
    record Invalid(String field, String message) implements Result {}

    /** The key was used for the same request before; this is its payment as it stands now. */
    record Replayed(Details payment) implements Result {}

    /** The key was used for another request before. */
    record KeyReused(Details payment) implements Result {}

    /** The order is paid. */
    record OrderAlreadyPaid(Details payment) implements Result {}

    /** The order has an open payment. */
    record OrderInProgress(Details payment) implements Result {}

    /** The phone had all the prompts it may have in a day. */
    record PhoneLimit(Instant until) implements Result {}

    /** The phone has an open prompt. */
    record PromptInProgress(Details payment, Instant until) implements Result {}
  }
}
