package io.hakika.adapter.daraja;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of a request that leaves this machine at most once, whatever the HTTP client does.
 *
 * <p>The client asks for the body after it is connected and has sent the headers. So a body that
 * was never asked for was never sent, and one that is withdrawn before cannot leave any more: that
 * is the proof behind "not sent". A second asking is refused, so that no retry inside the client
 * can make a phone ring twice.
 */
final class OneTimeBody implements BodyPublisher {

  private final BodyPublisher content;
  private final AtomicReference<State> state = new AtomicReference<>(State.HERE);

  OneTimeBody(byte[] content) {
    this.content = BodyPublishers.ofByteArray(content);
  }

  private enum State {
    HERE,
    GONE,
    WITHDRAWN
  }

  /** Keeps the body from leaving; false if it may have left already. */
  boolean withdraw() {
    return state.compareAndSet(State.HERE, State.WITHDRAWN) || state.get() == State.WITHDRAWN;
  }

  @Override
  public long contentLength() {
    return content.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    if (state.compareAndSet(State.HERE, State.GONE)) {
      content.subscribe(subscriber);
    } else {
      refuse(subscriber);
    }
  }

  private static void refuse(Subscriber<? super ByteBuffer> subscriber) {
    subscriber.onSubscribe(new Nothing());
    subscriber.onError(new IOException("this request leaves once and no more"));
  }

  /** A subscription that brings nothing. */
  private static final class Nothing implements Subscription {

    @Override
    public void request(long n) {
      // The error that follows says it all.
    }

    @Override
    public void cancel() {
      // There is nothing to stop.
    }
  }
}
