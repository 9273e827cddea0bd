package io.hakika.adapter.daraja.simulator;

import io.hakika.adapter.daraja.simulator.QueryDesk.OpenQuery;
import java.util.concurrent.atomic.AtomicBoolean;

/** A query that waits for its answer. It is answered once; a second time is refused. */
public final class HeldQuery {

  private final QueryDesk desk;
  private final OpenQuery query;
  private final AtomicBoolean answered = new AtomicBoolean();

  HeldQuery(QueryDesk desk, OpenQuery query) {
    this.desk = desk;
    this.query = query;
  }

  public String checkoutRequestId() {
    return query.entry().checkoutRequestId();
  }

  /** Answers what is true now. */
  public void release() {
    takeOnce();
    desk.proceed(query);
  }

  /** Answers this instead. */
  public void answer(Answer answer) {
    takeOnce();
    desk.answer(query, answer);
  }

  void releaseIfUnanswered() {
    if (answered.compareAndSet(false, true)) {
      desk.proceed(query);
    }
  }

  private void takeOnce() {
    if (!answered.compareAndSet(false, true)) {
      throw new IllegalStateException("the query was answered already");
    }
  }

  @Override
  public String toString() {
    return "held " + query.entry();
  }
}
