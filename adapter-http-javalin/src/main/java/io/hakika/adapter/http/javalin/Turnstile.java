package io.hakika.adapter.http.javalin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the requests of each key. It remembers when each of the last ones came, so that no stretch
 * of time, wherever it begins, holds more than agreed. Callers are few and known by name; what is
 * kept is bounded by their number and the rate.
 */
final class Turnstile {

  private final ApiRate rate;
  private final Clock clock;
  private final Map<String, Deque<Instant>> passed = new ConcurrentHashMap<>();

  Turnstile(ApiRate rate, Clock clock) {
    this.rate = rate;
    this.clock = clock;
  }

  /** Counts one request of {@code name}, or refuses it uncounted. */
  void pass(String name) {
    var times = passed.computeIfAbsent(name, unseen -> new ArrayDeque<>());
    var now = clock.instant();
    synchronized (times) {
      while (!times.isEmpty() && !times.getFirst().plus(rate.per()).isAfter(now)) {
        times.removeFirst();
      }
      if (times.size() >= rate.requests()) {
        throw refused(times.getFirst().plus(rate.per()), now);
      }
      times.addLast(now);
    }
  }

  private Problem refused(Instant until, Instant now) {
    return Problem.of(
            ProblemCode.RATE_LIMITED,
            "A key may ask " + rate.requests() + " times in any " + rate.per() + ".")
        .retryAt(until, now);
  }
}
