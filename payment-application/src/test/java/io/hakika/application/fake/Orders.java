package io.hakika.application.fake;

import io.hakika.domain.Order;
import io.hakika.domain.value.AccountReference;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Metadata;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Shillings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Orders like another, but for a thing or two. */
final class Orders {

  private Orders() {}

  static Order of(Order like, OrderId orderId, MerchantAccount account) {
    return new Order(
        like.id(),
        orderId,
        account,
        like.phone(),
        like.amount(),
        AccountReference.forOrder(orderId, like.id()),
        like.description(),
        like.metadata(),
        like.supersedes(),
        like.callbackToken(),
        like.statusToken(),
        like.createdAt());
  }

  static Order of(Order like, Msisdn phone, Shillings amount) {
    return new Order(
        like.id(),
        like.orderId(),
        like.account(),
        phone,
        amount,
        like.accountReference(),
        like.description(),
        like.metadata(),
        like.supersedes(),
        like.callbackToken(),
        like.statusToken(),
        like.createdAt());
  }

  static Order of(Order like, @Nullable PaymentId supersedes, Metadata metadata) {
    return new Order(
        like.id(),
        like.orderId(),
        like.account(),
        like.phone(),
        like.amount(),
        like.accountReference(),
        like.description(),
        metadata,
        supersedes,
        like.callbackToken(),
        like.statusToken(),
        like.createdAt());
  }

  static Order of(Order like, Instant createdAt) {
    return new Order(
        like.id(),
        like.orderId(),
        like.account(),
        like.phone(),
        like.amount(),
        like.accountReference(),
        like.description(),
        like.metadata(),
        like.supersedes(),
        like.callbackToken(),
        like.statusToken(),
        createdAt);
  }
}
