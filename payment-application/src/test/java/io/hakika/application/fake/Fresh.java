package io.hakika.application.fake;

import io.hakika.domain.Order;
import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.MerchantRequestId;
import io.hakika.domain.value.Metadata;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Receipt;
import io.hakika.domain.value.RequestIds;
import io.hakika.domain.value.Shillings;
import io.hakika.domain.value.StatusToken;
import io.hakika.domain.value.TransactionDesc;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Values that no other payment of this run has, all made from one number. */
record Fresh(long number) {

  private static final AtomicLong NUMBERS = new AtomicLong();

  static Fresh next() {
    return new Fresh(NUMBERS.incrementAndGet());
  }

  Order order(Instant createdAt) {
    var random = new Random(number);
    var orderId = new OrderId("ORD-" + number);
    var id = PaymentId.create(createdAt, random);
    return new Order(
        id,
        orderId,
        MerchantAccount.DEFAULT,
        phone(),
        Shillings.shillings(1500),
        AccountReference.forOrder(orderId, id),
        TransactionDesc.DEFAULT,
        Metadata.NONE,
        null,
        new CallbackToken(String.format(Locale.ROOT, "%048x", number)),
        StatusToken.create(random),
        createdAt);
  }

  RequestIds ids() {
    var checkout = "ws_CO_241120261200" + number + phone().digits().substring(3);
    return new RequestIds(
        new CheckoutRequestId(checkout), new MerchantRequestId("29115-34620561-" + number));
  }

  Receipt receipt() {
    return new Receipt(String.format(Locale.ROOT, "UKN%07d", number));
  }

  private Msisdn phone() {
    return new Msisdn(String.format(Locale.ROOT, "2547%08d", number));
  }
}
