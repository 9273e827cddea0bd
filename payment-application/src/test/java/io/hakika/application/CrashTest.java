package io.hakika.application;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.InMemoryPaymentStore;
import io.hakika.application.fake.RecordingListener;
import io.hakika.application.fake.Replies;
import io.hakika.application.fake.ScriptedCallbackReader;
import io.hakika.application.fake.ScriptedStkGateway;
import io.hakika.application.fake.TickingClock;
import io.hakika.application.fake.WatchedPaymentStore;
import io.hakika.application.fake.WatchedPaymentStore.Call;
import io.hakika.application.fake.WatchedPaymentStore.Watch;
import io.hakika.application.port.driven.EventLog;
import io.hakika.application.port.driven.EventLog.Logged;
import io.hakika.application.port.driven.PaymentQueries.Details;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driven.StkGateway;
import io.hakika.application.port.driving.ReceiveCallback.Delivery;
import io.hakika.application.port.driving.StartCheckout.Request;
import io.hakika.application.port.driving.StartCheckout.Result;
import io.hakika.domain.Evidence.PushAnswer;
import io.hakika.domain.Order;
import io.hakika.domain.StkCallback;
import io.hakika.domain.value.CheckoutRequestId;
import io.hakika.domain.value.MerchantAccount;
import io.hakika.domain.value.Msisdn;
import io.hakika.domain.value.OrderId;
import io.hakika.domain.value.PaymentId;
import io.hakika.domain.value.Shillings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A day of a shop, in which the process dies between two effects and is started again: at each
 * place where it can, one after the other. Nothing is pushed twice, and nothing that was
 * acknowledged is lost.
 */
final class CrashTest {

  /** More than the day has effects. */
  private static final int MOST_EFFECTS = 1000;

  /** Just before an effect, or just after it. */
  private enum Moment {
    BEFORE,
    AFTER
  }

  @TestFactory
  List<DynamicTest> a_death_at_any_moment_of_the_day_loses_nothing_and_pushes_nothing_twice() {
    var tests = new ArrayList<DynamicTest>();
    var most = effectsOfADayWithoutDeath();
    for (var moment : Moment.values()) {
      for (var effect = 1; effect <= most; effect++) {
        var nth = effect;
        var name = "dies " + moment + " effect " + nth;
        tests.add(DynamicTest.dynamicTest(name, () -> new Day(new Fate(nth, moment)).passes()));
      }
    }
    return tests;
  }

  private static int effectsOfADayWithoutDeath() {
    var fate = new Fate(MOST_EFFECTS, Moment.BEFORE);
    new Day(fate).passes();
    assertThat(fate.effects).isBetween(20, MOST_EFFECTS - 1);
    return fate.effects;
  }

  /** When the process dies. From then on it has no effect, until it is started again. */
  private static final class Fate {

    private final int nth;
    private final Moment moment;
    private int effects;
    private boolean dead;

    Fate(int nth, Moment moment) {
      this.nth = nth;
      this.moment = moment;
    }

    synchronized void before() {
      dieIf(dead);
      effects++;
      dieIf(moment == Moment.BEFORE && effects == nth);
    }

    synchronized void after() {
      dieIf(dead);
      dieIf(moment == Moment.AFTER && effects == nth);
    }

    private void dieIf(boolean due) {
      if (due) {
        dead = true;
        throw new IllegalStateException("the process is dead");
      }
    }

    synchronized boolean isDead() {
      return dead;
    }

    /** Started again; it dies once a day. */
    synchronized void revives() {
      dead = false;
    }
  }

  /** The shop, its customers, and what of it survives a death. */
  private static final class Day {

    private final Fate fate;
    private final TickingClock clock = TickingClock.at(NOON);
    private final InMemoryPaymentStore memory = new InMemoryPaymentStore();
    private final WatchedPaymentStore store = new WatchedPaymentStore(memory);
    private final ScriptedStkGateway daraja = ScriptedStkGateway.at(clock);
    private final ScriptedCallbackReader reader = new ScriptedCallbackReader();
    private final RecordingListener listener = new RecordingListener();
    private final Set<String> acknowledgedOrders = new HashSet<>();
    private final Map<PaymentId, Integer> acknowledgedCallbacks = new HashMap<>();
    private final Set<PaymentId> acknowledgedSuccesses = new HashSet<>();
    private final Map<OrderId, Integer> rang = new ConcurrentHashMap<>();
    private PaymentApplication hakika;

    Day(Fate fate) {
      this.fate = fate;
      store.watchedBy(
          new Watch() {
            @Override
            public void before(Call call) {
              fate.before();
            }

            @Override
            public void after(Call call) {
              fate.after();
            }
          });
      this.hakika = started();
    }

    private PaymentApplication started() {
      return PaymentApplication.using(store, memory, new MortalLog(), new MortalGateway(), reader)
          .clock(clock)
          .callbackSecrets(List.of(World.SECRET))
          .queryRate(new Rate(Integer.MAX_VALUE, Duration.ofSeconds(1)))
          .listener(listener)
          .onFault((doing, cause) -> {})
          .build();
    }

    /** Does what the outside does; where the process dies at it, somebody starts it again. */
    private void survives(Runnable step) {
      try {
        step.run();
      } catch (IllegalStateException e) {
        assertThat(fate.isDead()).as("died, and did not break: %s", e).isTrue();
      }
      if (fate.isDead()) {
        hakika.close();
        fate.revives();
        hakika = started();
      }
    }

    void passes() {
      daraja.nextPushOf(new OrderId("B"), Replies.notSent());
      List.of("A", "B", "C", "D").forEach(this::checksOut);
      calledBack("A", Callbacks::success);
      clock.passes(Duration.ofSeconds(2));
      survives(() -> hakika.recovery().resend());
      calledBack("B", Callbacks::cancelled);
      calledBack("A", Callbacks::success);
      reader.breakNext(1);
      calledBack("C", Callbacks::bareSuccess);
      survives(() -> hakika.recovery().weighKept());
      clock.passes(Duration.ofSeconds(40));
      survives(() -> hakika.recovery().resend());
      clock.passes(Duration.ofSeconds(50));
      survives(() -> hakika.recovery().sweep());
      survives(() -> hakika.events().relay());
      calledBack("C", Callbacks::success);
      theNextDay();
      hakika.close();
      assertNothingWasLost();
    }

    /** A client that hears nothing asks again with the same key. */
    private void checksOut(String order) {
      for (var attempt = 0; attempt < 2 && !acknowledgedOrders.contains(order); attempt++) {
        survives(
            () -> {
              var result = hakika.checkout().start(request(order));
              assertThat(result).isInstanceOfAny(Result.Started.class, Result.Replayed.class);
              if (!fate.isDead()) {
                acknowledgedOrders.add(order);
              }
            });
      }
    }

    private static Request request(String order) {
      var phone = new Msisdn("25471234567" + (order.charAt(0) - 'A'));
      return Request.of(new OrderId(order), phone, new Shillings(1500)).withKey("key-" + order);
    }

    /** Daraja calls back once about a push that rang, and does not care what becomes of it. */
    private void calledBack(String order, Function<Callbacks, StkCallback> saying) {
      var stored = payment(order);
      if (stored == null || !rang.containsKey(new OrderId(order))) {
        return;
      }
      var id = stored.payment().id();
      var token = stored.payment().order().callbackToken();
      var said = saying.apply(new Callbacks(stored.payment().order(), daraja.namesOf(id)));
      survives(
          () -> {
            var body = ScriptedCallbackReader.bytesOf(said);
            hakika.callbacks().receive(new Delivery(token, body, false));
            if (!fate.isDead()) {
              acknowledgedCallbacks.merge(id, 1, Integer::sum);
              if (said.outcome() == StkCallback.Outcome.SUCCESS) {
                acknowledgedSuccesses.add(id);
              }
            }
          });
    }

    private @Nullable Details payment(String order) {
      var filter = new Filter(null, new OrderId(order), null, null, null, null, null, null, null);
      var found = memory.list(filter, 10, null).data();
      assertThat(found).as("payments of order " + order).hasSizeLessThanOrEqualTo(1);
      return found.isEmpty() ? null : found.get(0);
    }

    private void theNextDay() {
      for (var hour = 0; hour < 30; hour++) {
        clock.passes(Duration.ofHours(1));
        survives(() -> hakika.recovery().resend());
        survives(() -> hakika.recovery().weighKept());
        survives(() -> hakika.recovery().sweep());
        survives(() -> hakika.events().relay());
      }
    }

    private void assertNothingWasLost() {
      assertThat(rang).allSatisfy((order, times) -> assertThat(times).isEqualTo(1));
      for (var order : acknowledgedOrders) {
        assertThat(payment(order)).as("order " + order).isNotNull();
      }
      for (var stored : memory.list(Filter.ALL, 100, null).data()) {
        assertSettled(stored);
        assertTold(stored);
      }
      assertThat(memory.claimKept(clock.instant(), Duration.ofSeconds(1), 10)).isEmpty();
    }

    private void assertSettled(Details stored) {
      var id = stored.payment().id();
      assertThat(stored.payment().status().code()).isIn("paid", "failed", "needs_review");
      var last = stored.lastCallback();
      assertThat(last == null ? 0 : last.count())
          .as("callbacks of " + stored.payment().order().orderId())
          .isGreaterThanOrEqualTo(acknowledgedCallbacks.getOrDefault(id, 0));
      if (acknowledgedSuccesses.contains(id)) {
        assertThat(stored.payment().status().code()).isEqualTo("paid");
      }
    }

    /** The last thing that was told of a payment is how it stands. */
    private void assertTold(Details stored) {
      var told =
          listener.taken().stream()
              .filter(one -> one.event().payment().equals(stored.payment().id()))
              .toList();
      assertThat(told).extracting(Logged::version).isSorted().contains(stored.version());
      assertThat(told.get(told.size() - 1).event().type())
          .isEqualTo("payment." + stored.payment().status().code());
    }

    /** Daraja as the process reaches it: a push is an effect, and rings at most once. */
    private final class MortalGateway implements StkGateway {

      @Override
      public boolean serves(MerchantAccount account) {
        return daraja.serves(account);
      }

      @Override
      public PushAnswer push(Order order) {
        fate.before();
        var answer = daraja.push(order);
        if (!(answer instanceof PushAnswer.NotSent)) {
          rang.merge(order.orderId(), 1, Integer::sum);
        }
        fate.after();
        return answer;
      }

      @Override
      public Queried query(Order order, CheckoutRequestId id) {
        fate.before();
        var queried = daraja.query(order, id);
        fate.after();
        return queried;
      }
    }

    /** The event log as the process reaches it. */
    private final class MortalLog implements EventLog {

      @Override
      public List<Logged> claim(Instant now, Duration lease, int atMost) {
        fate.before();
        var claimed = memory.claim(now, lease, atMost);
        fate.after();
        return claimed;
      }

      @Override
      public void told(Logged event) {
        fate.before();
        memory.told(event);
        fate.after();
      }

      @Override
      public void putOff(Logged event, Instant until) {
        fate.before();
        memory.putOff(event, until);
        fate.after();
      }
    }
  }
}
