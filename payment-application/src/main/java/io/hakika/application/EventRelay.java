package io.hakika.application;

import io.hakika.application.port.driven.EventLog;
import io.hakika.application.port.driven.EventLog.Logged;
import io.hakika.application.port.driven.PaymentListener;
import io.hakika.application.port.driving.RelayEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells listeners at least once and in order per payment; a refusal delays that payment alone. */
final class EventRelay implements RelayEvents {

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final int BATCH = 50;
  private static final int MOST_BATCHES = 200;

  private final EventLog events;
  private final List<PaymentListener> listeners;
  private final Clock clock;

  EventRelay(EventLog events, List<PaymentListener> listeners, Clock clock) {
    this.events = events;
    this.listeners = List.copyOf(listeners);
    this.clock = clock;
  }

  @Override
  public Relayed relay() {
    var told = 0;
    var faults = new ArrayList<RuntimeException>();
    for (var batch = 0; batch < MOST_BATCHES; batch++) {
      var claimed = events.claim(clock.instant(), LEASE, BATCH);
      if (claimed.isEmpty()) {
        break;
      }
      for (var event : claimed) {
        told += tell(event, faults) ? 1 : 0;
      }
    }
    return new Relayed(told, faults);
  }

  private boolean tell(Logged event, List<RuntimeException> faults) {
    try {
      listeners.forEach(listener -> listener.on(event));
    } catch (RuntimeException e) {
      faults.add(e);
      events.putOff(event, clock.instant().plus(wait(event.attempts())));
      return false;
    }
    events.told(event);
    return true;
  }

  private static Duration wait(int attempts) {
    var wait = Duration.ofSeconds(1L << Math.min(attempts, 10));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
