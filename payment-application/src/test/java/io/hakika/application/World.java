package io.hakika.application;

import static io.hakika.application.fake.PaymentFixture.NOON;

import io.hakika.application.fake.InMemoryPaymentStore;
import io.hakika.application.fake.RecordingListener;
import io.hakika.application.fake.ScriptedCallbackReader;
import io.hakika.application.fake.ScriptedStkGateway;
import io.hakika.application.fake.TickingClock;
import io.hakika.application.fake.WatchedPaymentStore;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentStore.Entry;
import io.hakika.application.port.driven.PaymentStore.EntryKind;
import io.hakika.application.port.driving.ReceiveCallback.Answer;
import io.hakika.application.port.driving.ReceiveCallback.Delivery;
import io.hakika.application.port.driving.RecoverPayments.Pass;
import io.hakika.application.port.driving.StartCheckout.Request;
import io.hakika.application.port.driving.StartCheckout.Result;
import io.hakika.domain.Payment;
import io.hakika.domain.Pending;
import io.hakika.domain.Push;
import io.hakika.domain.StkCallback;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Shillings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A shop, its customers, Daraja, and a Hakika between them: all in memory, with one clock. Nothing
 * runs in the background unless a test starts it.
 */
final class World implements AutoCloseable {

  /** What these tests make callback tokens with, so that a Hakika built anew knows them again. */
  static final byte[] SECRET = "a secret of these tests".getBytes(StandardCharsets.UTF_8);

  final TickingClock clock = TickingClock.at(NOON);
  final InMemoryPaymentStore memory = new InMemoryPaymentStore();
  final WatchedPaymentStore store = new WatchedPaymentStore(memory);
  final ScriptedStkGateway gateway = ScriptedStkGateway.at(clock);
  final ScriptedCallbackReader reader = new ScriptedCallbackReader();
  final RecordingListener listener = new RecordingListener();
  final List<String> faults = new CopyOnWriteArrayList<>();

  private final AtomicInteger customers = new AtomicInteger();
  private PaymentApplication hakika = builder().build();

  /** How this world's Hakika is built, before a test changes something. */
  PaymentApplicationBuilder builder() {
    return PaymentApplication.using(store, memory, memory, gateway, reader)
        .clock(clock)
        .random(new Random(customers.get()))
        .callbackSecrets(List.of(SECRET))
        .listener(listener)
        .onFault((doing, cause) -> faults.add(doing + ": " + cause.getMessage()));
  }

  /** Goes on with another Hakika over the same database, as after a restart. */
  World with(PaymentApplicationBuilder changed) {
    hakika.close();
    hakika = changed.build();
    return this;
  }

  PaymentApplication hakika() {
    return hakika;
  }

  @Override
  public void close() {
    hakika.close();
  }

  /** A request of a customer who asks for the first time, for 1500 shillings. */
  Request request(String orderId) {
    var phone = String.format(Locale.ROOT, "2547%08d", customers.incrementAndGet());
    return Request.of(new OrderId(orderId), new Msisdn(phone), new Shillings(1500));
  }

  Result starts(Request request) {
    return hakika.checkout().start(request);
  }

  /** Starts a checkout that is not refused. */
  PaymentId opened(String orderId) {
    return opened(request(orderId));
  }

  PaymentId opened(Request request) {
    return ((Result.Started) starts(request)).payment().payment().id();
  }

  Details details(PaymentId id) {
    return hakika.payments().find(id).orElseThrow();
  }

  Payment payment(PaymentId id) {
    return details(id).payment();
  }

  /** Where the push of a pending payment stands. */
  Push push(PaymentId id) {
    return ((Pending) payment(id)).push();
  }

  List<Entry> timeline(PaymentId id) {
    return hakika.payments().timeline(id, 100, null).data();
  }

  List<EntryKind> history(PaymentId id) {
    return timeline(id).stream().map(Entry::kind).toList();
  }

  /** What each callback in the history was read as. */
  List<String> verdicts(PaymentId id) {
    return timeline(id).stream()
        .filter(line -> line.kind() == EntryKind.CALLBACK)
        .map(line -> line.detail().get("verdict"))
        .toList();
  }

  /** What Daraja calls back about the last push of that payment. */
  Callbacks callbackOf(PaymentId id) {
    return new Callbacks(payment(id).order(), gateway.namesOf(id));
  }

  /** Delivers a callback to the address of that payment. */
  Answer delivers(PaymentId id, StkCallback said) {
    return delivers(id, ScriptedCallbackReader.bytesOf(said));
  }

  Answer delivers(PaymentId id, byte[] body) {
    var token = payment(id).order().callbackToken();
    return hakika.callbacks().receive(new Delivery(token, body, false));
  }

  void passes(Duration time) {
    clock.passes(time);
  }

  void passes(long seconds) {
    passes(Duration.ofSeconds(seconds));
  }

  Pass sweeps() {
    return hakika.recovery().sweep();
  }

  Pass resends() {
    return hakika.recovery().resend();
  }

  /** Tells the listener everything, and says what it was told so far. */
  List<String> told() {
    hakika.events().relay();
    return listener.types();
  }
}
