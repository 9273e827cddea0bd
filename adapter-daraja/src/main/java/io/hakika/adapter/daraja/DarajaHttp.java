package io.hakika.adapter.daraja;

import io.hakika.domain.value.ProviderText;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to Daraja's host. Each exchange ends by its deadline, a body that stalls
 * included; a request leaves at most once; nothing is followed, repeated or remembered.
 */
final class DarajaHttp implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DarajaHttp.class);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final int MOST_AT_ONCE = 256;
  private static final String CLOSED = "the client is closed";

  private final Duration connectTimeout;
  private final Clock clock;
  private final HttpThreads threads = new HttpThreads();
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);
  private volatile @Nullable HttpClient client;

  DarajaHttp(Duration timeout, Clock clock) {
    this.connectTimeout = timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .executor(threads.executor())
            .build();
  }

  /** Sends {@code call} and waits for its answer; an interrupt does not cut the waiting short. */
  Reply send(Call call, Deadline deadline) {
    if (!places.tryAcquire()) {
      return unsent(client == null ? CLOSED : MOST_AT_ONCE + " exchanges are under way");
    }
    try {
      var open = client;
      return open == null ? unsent(CLOSED) : send(open, call, deadline);
    } finally {
      places.release();
    }
  }

  private Reply send(HttpClient open, Call call, Deadline deadline) {
    var answer = new AnswerBody();
    var sent = open.sendAsync(call.request(), answer);
    sent.whenComplete((response, failure) -> ended(answer, failure));
    try {
      deadline.await(answer.whole());
      return whole(answer);
    } catch (TimeoutException e) {
      var neverLeft = call.withdraw();
      sent.cancel(true);
      return neverLeft
          ? unsent("no connection within " + deadline.whole())
          : lost("no whole answer within " + deadline.whole(), answer);
    } catch (ExecutionException e) {
      return broken(call, answer, e.getCause());
    }
  }

  /** Without an effect where the answer was whole before. */
  private static void ended(AnswerBody answer, @Nullable Throwable failure) {
    if (failure != null) {
      var cause = failure.getCause();
      answer.onError(failure instanceof CompletionException && cause != null ? cause : failure);
    }
  }

  private Reply whole(AnswerBody answer) {
    var headers = answer.headers();
    var at = clock.instant();
    return new Reply.Whole(
        headers.firstValue("Content-Type").orElse(""),
        headers.firstValue("Retry-After").flatMap(text -> RetryAfter.parse(text, at)).orElse(null),
        new RawAnswer(answer.status(), answer.soFar(), at));
  }

  private Reply broken(Call call, AnswerBody answer, Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    LOG.warn("No answer from {}: {}", call.url().getHost(), new ProviderText(cause.toString()));
    return call.withdraw()
        ? unsent("no connection: " + inWords(cause))
        : lost("no whole answer: " + inWords(cause), answer);
  }

  private String inWords(Throwable cause) {
    if (cause instanceof HttpConnectTimeoutException) {
      return "nobody answered within " + connectTimeout;
    }
    if (cause instanceof SSLException) {
      return "TLS failed";
    }
    if (cause instanceof ConnectException) {
      return cause.getCause() instanceof UnresolvedAddressException
          ? "the host's name is unknown"
          : "the connection was refused, or there is no way there";
    }
    return "the connection broke";
  }

  /** The reply to a request that did not leave. */
  Reply unsent(String why) {
    return Reply.Unsent.because(why, RawAnswer.none(clock.instant()));
  }

  private Reply lost(String why, AnswerBody answer) {
    return new Reply.Lost(why, new RawAnswer(answer.status(), answer.soFar(), clock.instant()));
  }

  /** Begins nothing any more, waits for what was begun, which its deadline bounds, and ends. */
  @Override
  public void close() {
    var open = client;
    client = null;
    if (open == null) {
      return;
    }
    places.acquireUninterruptibly(MOST_AT_ONCE);
    threads.close(open);
  }
}
