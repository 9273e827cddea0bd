package io.hakika.adapter.http.javalin;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.TickingClock;
import io.hakika.application.port.driving.FindPayments;
import io.hakika.application.port.driving.ReceiveCallback;
import io.hakika.application.port.driving.RecoverPayments;
import io.hakika.application.port.driving.ReviewPayments;
import io.hakika.application.port.driving.StartCheckout;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A running service whose use cases are mocks, and those who have keys to it. Each caller's secret
 * is its name with {@code hk_} before it.
 */
final class Shop implements AutoCloseable {

  static final URI PUBLIC_URL = URI.create("https://pay.example.co.ke/mpesa");
  static final String TILL = "hk_till";
  static final String READER = "hk_reader";
  static final String REVIEWER = "hk_reviewer";
  static final String BRANCH = "hk_branch";

  final StartCheckout checkout = mock();
  final ReceiveCallback callbacks = mock();
  final RecoverPayments recovery = mock();
  final FindPayments payments = mock();
  final ReviewPayments reviews = mock();
  final TickingClock clock = TickingClock.at(PaymentFixture.NOON);
  final PaymentHttp http;

  private Shop(Function<HttpConfig, Jetty> server, UnaryOperator<HttpConfig.Builder> how) {
    this.http = PaymentHttp.start(ports(), server.apply(how.apply(config()).build()));
  }

  static Shop open() {
    return open(UnaryOperator.identity());
  }

  static Shop open(UnaryOperator<HttpConfig.Builder> how) {
    return new Shop(Jetty::of, how);
  }

  /** A service that loses its patience with slow senders and silent connections. */
  static Shop impatient(Duration arrival, Duration idle) {
    return new Shop(http -> new Jetty(http, arrival, idle), UnaryOperator.identity());
  }

  /** No checkout was started, whatever else was asked. */
  void startedNothing() {
    verify(checkout, never()).start(any());
  }

  Ports ports() {
    return new Ports(checkout, callbacks, recovery, payments, reviews);
  }

  private HttpConfig.Builder config() {
    return HttpConfig.of(PUBLIC_URL, keys()).listen("127.0.0.1", 0).clock(clock);
  }

  static ApiKeys keys() {
    return ApiKeys.parse(
        String.join(
            ",",
            "till:checkout:" + hash(TILL),
            "reader:read:" + hash(READER),
            "reviewer:review:" + hash(REVIEWER),
            "branch:checkout+review:" + hash(BRANCH) + ":north+south"));
  }

  static String hash(String secret) {
    return HexFormat.of().formatHex(ApiKeys.sha256(secret));
  }

  Wire wire() throws IOException {
    return Wire.to(http.port());
  }

  /** Begins a request. */
  Call call(String method, String path) {
    return new Call(http.port(), method, path);
  }

  @Override
  public void close() {
    http.close();
  }
}
