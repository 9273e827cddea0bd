package io.hakika.domain;

import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Metadata;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Shillings;
import io.hakika.domain.value.StatusToken;
import io.hakika.domain.value.TransactionDesc;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed at checkout. It never changes.
 *
 * @param callbackToken the end of the address that Daraja calls back
 * @param statusToken the end of the payer's page
 * @param supersedes the stuck payment of the same order that this one replaces
 */
public record Order(
    PaymentId id,
    OrderId orderId,
    MerchantAccount account,
    Msisdn phone,
    Shillings amount,
    AccountReference accountReference,
    TransactionDesc description,
    Metadata metadata,
    @Nullable PaymentId supersedes,
    CallbackToken callbackToken,
    StatusToken statusToken,
    Instant createdAt) {}
