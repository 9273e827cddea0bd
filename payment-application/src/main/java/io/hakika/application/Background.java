package io.hakika.application;

import io.hakika.application.port.driving.RecoverPayments;
import io.hakika.application.port.driving.RecoverPayments.Pass;
import io.hakika.application.port.driving.RelayEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The work that nobody asks for: sending again, asking Daraja, weighing what was kept, telling. */
final class Background {

  /** How many things go on side by side. */
  static final int KINDS_OF_WORK = 4;

  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final Duration SELDOM = Duration.ofSeconds(5);

  private final List<Loop> loops = new ArrayList<>();
  private final Loop relay;
  private final Clock clock;
  private final Faults faults;
  private volatile boolean started;

  Background(
      ScheduledExecutorService scheduler,
      RecoverPayments recover,
      RelayEvents events,
      Duration recoveryPoll,
      Clock clock,
      Faults faults) {
    this.clock = clock;
    this.faults = faults;
    loops.add(loop(scheduler, OFTEN, "sending pushes again", recover::resend));
    loops.add(loop(scheduler, SELDOM, "weighing kept callbacks", recover::weighKept));
    if (!recoveryPoll.isZero()) {
      loops.add(loop(scheduler, recoveryPoll, "recovering payments", recover::sweep));
    }
    this.relay = new Loop(scheduler, OFTEN, () -> relayed(events));
    loops.add(relay);
  }

  void start() {
    started = true;
    loops.forEach(Loop::wake);
  }

  /** Events were written: tell them now rather than at the next round. */
  void wakeRelay() {
    if (started) {
      relay.wake();
    }
  }

  /** Lets no further round of anything begin, and waits for those that are running. */
  void close(Deadline deadline) throws InterruptedException {
    loops.forEach(Loop::close);
    for (var loop : loops) {
      loop.await(deadline);
    }
  }

  private Loop loop(
      ScheduledExecutorService scheduler, Duration usual, String doing, Supplier<Pass> pass) {
    return new Loop(scheduler, usual, () -> passed(doing, pass));
  }

  private @Nullable Duration passed(String doing, Supplier<Pass> work) {
    try {
      var pass = work.get();
      pass.faults().forEach(fault -> faults.report(doing, fault.cause()));
      var again = pass.again();
      return again == null ? null : atLeastZero(Duration.between(clock.instant(), again));
    } catch (RuntimeException | Error e) {
      // Nobody looks at what a scheduler caught, so an error would vanish there.
      faults.report(doing, e);
      return null;
    }
  }

  private @Nullable Duration relayed(RelayEvents events) {
    try {
      events.relay().faults().forEach(fault -> faults.report("telling a listener", fault));
    } catch (RuntimeException | Error e) {
      faults.report("telling listeners", e);
    }
    return null;
  }

  private static Duration atLeastZero(Duration wait) {
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
