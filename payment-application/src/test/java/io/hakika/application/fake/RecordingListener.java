package io.hakika.application.fake;

import io.hakika.application.port.driven.EventLog.Logged;
import io.hakika.application.port.driven.PaymentListener;
import io.hakika.domain.PaymentEvent;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was told, and can be told to refuse. Threads may share it. */
public final class RecordingListener implements PaymentListener {

  private final List<Logged> taken = new ArrayList<>();
  private int refusals;

  /** Refuses the next {@code times} events with an exception, as a host that is down would. */
  public synchronized void refuseNext(int times) {
    refusals = times;
  }

  @Override
  public synchronized void on(Logged event) {
    if (refusals > 0) {
      refusals--;
      throw new IllegalStateException("the listener was told to refuse");
    }
    taken.add(event);
  }

  /** What it took, in the order it was told. */
  public synchronized List<Logged> taken() {
    return List.copyOf(taken);
  }

  /** The events alone, in the order it was told. */
  public synchronized List<PaymentEvent> events() {
    return taken.stream().map(Logged::event).toList();
  }

  /** The published names of what it took, in the order it was told. */
  public synchronized List<String> types() {
    return taken.stream().map(logged -> logged.event().type()).toList();
  }
}
