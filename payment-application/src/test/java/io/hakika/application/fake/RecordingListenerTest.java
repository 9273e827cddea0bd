package io.hakika.application.fake;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hakika.application.contract.PaymentListenerContract;
import io.hakika.application.port.driven.EventLog.Logged;
import io.hakika.application.port.driven.PaymentListener;
import io.hakika.domain.PaymentEvent;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RecordingListenerTest implements PaymentListenerContract {

  private final RecordingListener listener = new RecordingListener();

  @Override
  public PaymentListener listener() {
    return listener;
  }

  /** It records every telling; what it was told of is a matter of numbers. */
  @Override
  public Object effects() {
    return listener.taken().stream()
        .collect(Collectors.toMap(Logged::number, Logged::event, (a, b) -> b));
  }

  @Test
  void what_it_refuses_it_does_not_take() {
    var event = new Logged(1, 2, 0, new PaymentEvent.Paid(aPayment().id(), null, NOON));
    listener.refuseNext(1);

    assertThatThrownBy(() -> listener.on(event)).isInstanceOf(IllegalStateException.class);
    assertThat(listener.taken()).isEmpty();

    listener.on(event);
    assertThat(listener.types()).containsExactly("payment.paid");
  }
}
