package io.hakika.adapter.daraja;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

/** The proof behind "sent at most once" and "certainly not sent". */
class OneTimeBodyTest {

  private final OneTimeBody body = new OneTimeBody("push".getBytes(Reaction.UTF_8));

  @Test
  void it_leaves_when_it_is_asked_for() {
    assertThat(asked()).containsExactly("push", "complete");
    assertThat(body.contentLength()).isEqualTo(4);
  }

  @Test
  void it_does_not_leave_twice() {
    asked();

    assertThat(asked()).containsExactly("IOException");
  }

  @Test
  void it_does_not_leave_once_it_is_withdrawn() {
    assertThat(body.withdraw()).isTrue();

    assertThat(asked()).containsExactly("IOException");
    assertThat(body.withdraw()).isTrue();
  }

  @Test
  void it_cannot_be_withdrawn_once_it_has_left() {
    asked();

    assertThat(body.withdraw()).isFalse();
  }

  private List<String> asked() {
    var heard = new ArrayList<String>();
    body.subscribe(new Listener(heard));
    return heard;
  }

  /** Writes down what it hears. */
  private record Listener(List<String> heard) implements Subscriber<ByteBuffer> {

    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer item) {
      heard.add(Reaction.UTF_8.decode(item).toString());
    }

    @Override
    public void onError(Throwable cause) {
      heard.add(cause.getClass().getSimpleName());
    }

    @Override
    public void onComplete() {
      heard.add("complete");
    }
  }
}
