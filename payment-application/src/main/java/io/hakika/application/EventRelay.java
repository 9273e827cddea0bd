package io.hakika.application;

import io.hakika.application.port.driven.EventLog;
import io.hakika.application.port.driven.EventLog.Logged;
import io.hakika.application.port.driven.PaymentListener;
import io.hakika.application.port.driving.RelayEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
  private final Closing closing;

  EventRelay(Parts parts) {
    this.events = parts.events();
    this.listeners = parts.listeners();
    this.clock = parts.clock();
    this.closing = parts.closing();
  }

  @Override
  public Relayed relay() {
    var told = 0;
    var faults = new ArrayList<RuntimeException>();
    for (var batch = 0; batch < MOST_BATCHES && !closing.begun(); batch++) {
      var now = clock.instant();
      var claimed = events.claim(now, LEASE, BATCH);
      if (claimed.isEmpty()) {
        break;
      }
      told += tell(claimed, now.plus(LEASE), faults);
    }
    return new Relayed(told, faults);
  }

  /** What waited longer than its claim may be another's by now: it is left, and comes back. */
  private int tell(List<Logged> claimed, Instant until, List<RuntimeException> faults) {
    var told = 0;
    for (var event : claimed) {
      if (closing.begun() || !clock.instant().isBefore(until)) {
        break;
      }
      told += tell(event, faults) ? 1 : 0;
    }
    return told;
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
