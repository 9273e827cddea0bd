package io.hakika.application.fake;

import io.hakika.application.port.driven.PaymentStore;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A store with somebody who looks on: before and after each call they may note it, move the clock,
 * let a rival in, or throw, as a database that goes away would. Threads may share it.
 */
public final class WatchedPaymentStore implements PaymentStore {

  private final PaymentStore store;
  private final List<Call> calls = new ArrayList<>();
  private volatile Watch watch = new Watch() {};

  public WatchedPaymentStore(PaymentStore store) {
    this.store = store;
  }

  /** What the store is asked to do. */
  public enum Call {
    ADD,
    FIND,
    FIND_BY_TOKEN,
    RECORD,
    LAST_RESOLUTION,
    CLAIM_DUE,
    RELEASE,
    CLAIM_QUERY,
    KEEP,
    KEEP_ORPHAN,
    CLAIM_KEPT
  }

  /** Looks on. Whatever is thrown before a call, the store never hears of it. */
  public interface Watch {

    default void before(Call call) {}

    default void after(Call call) {}
  }

  /** Lets {@code watcher} look on from now on, instead of whoever did before. */
  public void watchedBy(Watch watcher) {
    watch = watcher;
  }

  /** Fails at every such call from now on, before it does anything. */
  public void failsAt(Call failing) {
    watchedBy(
        new Watch() {
          @Override
          public void before(Call call) {
            if (call == failing) {
              throw new IllegalStateException("the database is away");
            }
          }
        });
  }

  /** Works again, and nobody looks on. */
  public void recovers() {
    watchedBy(new Watch() {});
  }

  /** What the store was asked to do so far. */
  public synchronized List<Call> calls() {
    return List.copyOf(calls);
  }

  private <T> T watched(Call call, Supplier<T> work) {
    var watching = watch;
    watching.before(call);
    note(call);
    var result = work.get();
    watching.after(call);
    return result;
  }

  private void watched(Call call, Runnable work) {
    watched(
        call,
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }

  private synchronized void note(Call call) {
    calls.add(call);
  }

  @Override
  public Added add(Opening opening) {
    return watched(Call.ADD, () -> store.add(opening));
  }

  @Override
  public Optional<Stored> find(PaymentId id) {
    return watched(Call.FIND, () -> store.find(id));
  }

  @Override
  public Optional<Stored> findByToken(CallbackToken token) {
    return watched(Call.FIND_BY_TOKEN, () -> store.findByToken(token));
  }

  @Override
  public Recorded record(Recording recording) {
    return watched(Call.RECORD, () -> store.record(recording));
  }

  @Override
  public Optional<Entry> lastResolution(PaymentId id) {
    return watched(Call.LAST_RESOLUTION, () -> store.lastResolution(id));
  }

  @Override
  public List<Stored> claimDue(Work work, Instant now, Duration lease, int atMost) {
    return watched(Call.CLAIM_DUE, () -> store.claimDue(work, now, lease, atMost));
  }

  @Override
  public void release(Collection<PaymentId> claimed) {
    watched(Call.RELEASE, () -> store.release(claimed));
  }

  @Override
  public boolean claimQuery(PaymentId id, Instant now, Duration gap) {
    return watched(Call.CLAIM_QUERY, () -> store.claimQuery(id, now, gap));
  }

  @Override
  public void keep(Arrival arrival) {
    watched(Call.KEEP, () -> store.keep(arrival));
  }

  @Override
  public boolean keepOrphan(Arrival arrival, Instant since, int atMost) {
    return watched(Call.KEEP_ORPHAN, () -> store.keepOrphan(arrival, since, atMost));
  }

  @Override
  public List<Kept> claimKept(Instant now, Duration lease, int atMost) {
    return watched(Call.CLAIM_KEPT, () -> store.claimKept(now, lease, atMost));
  }
}
