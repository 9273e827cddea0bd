package io.hakika.adapter.daraja;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gathers one answer, at most 64 KiB of its body, so that what had come can be kept even when the
 * rest never does. Threads may look while it gathers.
 *
 * <p>An answer that announced its length is whole with its last byte, and its connection is then
 * closed, not kept. Servers of HTTP/1.0 and some proxies close it without a word, and a push over a
 * connection that is just being closed has an unknown outcome: two in a hundred were measured. The
 * JDK keeps any connection unless reading its answer fails, so it is made to fail, once all is in.
 */
final class AnswerBody implements BodyHandler<byte[]>, BodySubscriber<byte[]> {

  private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final AtomicReference<Subscription> source = new AtomicReference<>();
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private volatile int status;
  private volatile HttpHeaders headers = NONE;

  /** The body once it is whole; what went wrong, where it never is. */
  CompletableFuture<byte[]> whole() {
    return whole;
  }

  /** The status of the answer; 0 until it has begun. */
  int status() {
    return status;
  }

  /** The headers of the answer; none until it has begun. */
  HttpHeaders headers() {
    return headers;
  }

  /** What has come so far. */
  byte[] soFar() {
    synchronized (gathered) {
      return gathered.toByteArray();
    }
  }

  @Override
  public BodySubscriber<byte[]> apply(ResponseInfo answer) {
    headers = answer.headers();
    status = answer.statusCode();
    return this;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    if (source.compareAndSet(null, subscription)) {
      subscription.request(Long.MAX_VALUE);
    } else {
      subscription.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    for (var piece : pieces) {
      if (!gather(piece)) {
        whole.completeExceptionally(new TooLong());
        source.get().cancel();
        return;
      }
    }
    if (soFar().length == headers.firstValueAsLong("Content-Length").orElse(-1)) {
      onComplete();
      throw new ConnectionUsedUp();
    }
  }

  /** Takes what there is room for; false if that is not all. */
  private boolean gather(ByteBuffer piece) {
    synchronized (gathered) {
      var bytes = new byte[Math.min(piece.remaining(), JsonReader.MOST_BYTES - gathered.size())];
      piece.get(bytes);
      gathered.writeBytes(bytes);
    }
    return !piece.hasRemaining();
  }

  @Override
  public void onError(Throwable cause) {
    whole.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    whole.complete(soFar());
  }

  /** The answer is longer than anything Daraja says. */
  static final class TooLong extends IOException {

    private static final long serialVersionUID = 1;

    TooLong() {
      super("the answer is longer than 64 KiB");
    }
  }

  /** Tells the JDK not to keep the connection. Nobody else sees it. */
  private static final class ConnectionUsedUp extends RuntimeException {

    private static final long serialVersionUID = 1;

    ConnectionUsedUp() {
      super("the connection has served its one exchange", null, false, false);
    }
  }
}
