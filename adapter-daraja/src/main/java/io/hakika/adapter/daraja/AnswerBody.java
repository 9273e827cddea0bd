package io.hakika.adapter.daraja;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gathers the body of one answer, at most 64 KiB of it, so that what had come can be kept even when
 * the rest never does. Threads may look while it gathers.
 */
final class AnswerBody implements BodyHandler<byte[]>, BodySubscriber<byte[]> {

  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final AtomicReference<Subscription> source = new AtomicReference<>();
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private volatile int status;

  /** The status of the answer; 0 until it has begun. */
  int status() {
    return status;
  }

  /** What has come so far. */
  byte[] soFar() {
    synchronized (gathered) {
      return gathered.toByteArray();
    }
  }

  @Override
  public BodySubscriber<byte[]> apply(ResponseInfo answer) {
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
        source.get().cancel();
        whole.completeExceptionally(new TooLong());
        return;
      }
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
}
