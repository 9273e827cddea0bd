package io.hakika.adapter.http.javalin.body;

import io.hakika.application.port.driving.StartCheckout;
import io.hakika.application.port.driving.StartCheckout.Request;
import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Shillings;
import io.hakika.domain.value.TransactionDesc;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code POST /v1/payments} takes. */
public final class CheckoutFields {

  private final StartCheckout checkout;

  /** Reads requests for {@code checkout}, which knows what more than their form has to fit. */
  public CheckoutFields(StartCheckout checkout) {
    this.checkout = checkout;
  }

  /**
   * Reads a checkout.
   *
   * @param client the name of the key that asks
   * @param idempotencyKey null where the caller gives none
   * @throws InvalidRequest naming every faulty field
   */
  public Request read(Fields fields, String client, @Nullable String idempotencyKey) {
    var orderId = fields.required("orderId", OrderId::new);
    var phone = fields.required("phoneNumber", Msisdn::parse);
    var amount = fields.requiredInteger("amount", this::amount);
    var account = fields.optional("account", this::account);
    var reference = fields.optional("accountReference", AccountReference::new);
    var description = fields.optional("description", TransactionDesc::new);
    var metadata = MetadataFields.read(fields, "metadata");
    var supersedes = fields.optional("supersedes", PaymentId::new);
    fields.check();
    return new Request(
        client,
        idempotencyKey,
        Objects.requireNonNull(orderId),
        Objects.requireNonNull(phone),
        Objects.requireNonNull(amount),
        Objects.requireNonNullElse(account, MerchantAccount.DEFAULT),
        reference,
        Objects.requireNonNullElse(description, TransactionDesc.DEFAULT),
        metadata,
        supersedes);
  }

  private Shillings amount(long value) {
    var amount = new Shillings(value);
    return fitting(amount, checkout.faultOf(amount));
  }

  private MerchantAccount account(String name) {
    var account = new MerchantAccount(name);
    return fitting(account, checkout.faultOf(account));
  }

  private static <T> T fitting(T value, Optional<String> fault) {
    fault.ifPresent(
        words -> {
          throw new IllegalArgumentException(words);
        });
    return value;
  }
}
