package io.hakika.application.fake;

import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.contract.StkGatewayContract;
import io.hakika.application.fake.Replies.PushReply;
import io.hakika.application.fake.Replies.QueryReply;
import io.hakika.application.port.driven.StkGateway;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Order;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class ScriptedStkGatewayTest implements StkGatewayContract {

  private final Clock clock = Clock.systemUTC();
  private final ScriptedStkGateway gateway = ScriptedStkGateway.at(clock);

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
    var order = aPayment().order();
    gateway.nextPushOf(order.orderId(), reply(wanted));
    return order;
  }

  private static PushReply reply(PushOutcome wanted) {
    return switch (wanted) {
      case ACCEPTED -> Replies.accepted();
      case REFUSED -> Replies.refused();
      case NOT_SENT -> Replies.notSent();
      case THROTTLED -> Replies.throttled(null);
      case UNKNOWN -> Replies.unknown();
    };
  }

  @Override
  public Pushed pushedOrderWhoseQueryIs(QueryOutcome wanted) {
    var order = aPayment().order();
    gateway.push(order);
    gateway.nextQueryIs(reply(wanted));
    return new Pushed(order, gateway.namesOf(order.id()).checkoutRequestId());
  }

  private static QueryReply reply(QueryOutcome wanted) {
    return switch (wanted) {
      case SUCCESS -> Replies.success();
      case CERTAIN_FAILURE -> Replies.certainFailure();
      case LIKELY_FAILURE -> Replies.likelyFailure();
      case PENDING -> Replies.pending();
      case THROTTLED -> Replies.queryThrottled();
      case UNANSWERED -> Replies.unanswered();
    };
  }

  @Override
  public int pushesThatArrived(Order order) {
    return gateway.pushesOf(order.orderId());
  }

  @Test
  void what_is_said_of_one_order_is_not_said_of_another() {
    var refused = aPayment().order();
    gateway.nextPushOf(refused.orderId(), Replies.refused());

    assertThat(gateway.push(aPayment().order())).isInstanceOf(PushAnswer.Accepted.class);
    assertThat(gateway.push(refused)).isInstanceOf(PushAnswer.Refused.class);
  }

  @Test
  void several_replies_are_used_in_order() {
    gateway.nextPushIs(Replies.notSent());
    gateway.nextPushIs(Replies.unknown());

    assertThat(gateway.push(aPayment().order())).isInstanceOf(PushAnswer.NotSent.class);
    assertThat(gateway.push(aPayment().order())).isInstanceOf(PushAnswer.Unknown.class);
    assertThat(gateway.push(aPayment().order())).isInstanceOf(PushAnswer.Accepted.class);
  }

  @Test
  @Timeout(20)
  void a_held_push_has_come_in_but_is_not_answered() throws Exception {
    var gate = gateway.holdNextPush();
    var order = aPayment().order();

    var pushed = CompletableFuture.supplyAsync(() -> gateway.push(order));
    gate.awaitArrival();

    assertThat(gateway.pushes()).containsExactly(order);
    assertThat(pushed).isNotDone();
    gate.open();
    assertThat(pushed.get(10, TimeUnit.SECONDS)).isInstanceOf(PushAnswer.Accepted.class);
  }
}
