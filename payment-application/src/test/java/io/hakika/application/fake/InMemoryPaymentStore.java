package io.hakika.application.fake;

import io.hakika.application.port.driven.EventLog;
import io.hakika.application.port.driven.PaymentQueries;
import io.hakika.application.port.driven.PaymentStore;
import io.hakika.domain.Verdict;
import io.hakika.domain.value.CallbackToken;
import io.hakika.domain.value.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps payments, their history and their events in memory, under one lock. Threads may share it.
 *
 * <p>It passes the same contracts as the real store, so what it refuses the real one refuses.
 */
public final class InMemoryPaymentStore implements PaymentStore, PaymentQueries, EventLog {

  private final InMemoryRows rows = new InMemoryRows();
  private final InMemoryInbox inbox = new InMemoryInbox();
  private final InMemoryEvents events = new InMemoryEvents();
  private final InMemoryDueWork dueWork = new InMemoryDueWork(rows);

  @Override
  public synchronized Added add(Opening opening) {
    return rows.add(opening);
  }

  @Override
  public synchronized Optional<Stored> find(PaymentId id) {
    return rows.find(id).map(Row::stored);
  }

  @Override
  public synchronized Optional<Stored> findByToken(CallbackToken token) {
    return rows.findByToken(token).map(Row::stored);
  }

  @Override
  public synchronized Recorded record(Recording recording) {
    var row = rows.get(recording.was().payment().id());
    var settles = recording.settles();
    if (settles != null && !inbox.holds(settles)) {
      return Recorded.SETTLED_BEFORE;
    }
    var recorded =
        recording.verdict() instanceof Verdict.Ignored
            ? Recorded.WRITTEN
            : rows.write(row, recording);
    if (recorded != Recorded.WRITTEN) {
      return recorded;
    }
    recording.verdict().events().forEach(event -> events.write(event, row.version));
    recording.entries().forEach(row::note);
    if (settles != null) {
      inbox.settle(settles);
    }
    return Recorded.WRITTEN;
  }

  @Override
  public synchronized Optional<Entry> lastResolution(PaymentId id) {
    return rows.find(id).stream()
        .flatMap(row -> row.timeline.stream())
        .filter(entry -> entry.kind() == EntryKind.RESOLVED)
        .reduce((earlier, later) -> later)
        .map(Row::copyOf);
  }

  @Override
  public synchronized List<Stored> claimDue(Work work, Instant now, Duration lease, int atMost) {
    return dueWork.claim(work, now, now.plus(lease), atMost);
  }

  @Override
  public synchronized void release(Collection<PaymentId> claimed) {
    claimed.forEach(dueWork::release);
  }

  @Override
  public synchronized boolean claimQuery(PaymentId id, Instant now, Duration gap) {
    return rows.get(id).claimQuery(now, gap);
  }

  @Override
  public synchronized void keep(Arrival arrival) {
    inbox.keep(arrival);
  }

  @Override
  public synchronized boolean keepOrphan(Arrival arrival, Instant since, int atMost) {
    return inbox.keepOrphan(arrival, since, atMost);
  }

  @Override
  public synchronized List<Kept> claimKept(Instant now, Duration lease, int atMost) {
    return inbox.claim(now, now.plus(lease), atMost, token -> rows.findByToken(token).isPresent());
  }

  @Override
  public synchronized Optional<Details> details(PaymentId id) {
    return rows.find(id).map(Row::details);
  }

  @Override
  public synchronized Page<Details> list(Filter filter, int limit, @Nullable String cursor) {
    return InMemoryPages.list(rows.all(), filter, limit, cursor);
  }

  @Override
  public synchronized Page<Entry> timeline(PaymentId id, int limit, @Nullable String cursor) {
    var lines = rows.find(id).map(row -> row.timeline).orElse(List.of());
    return InMemoryPages.timeline(lines, limit, cursor);
  }

  @Override
  public synchronized List<Logged> claim(Instant now, Duration lease, int atMost) {
    return events.claim(now, now.plus(lease), atMost);
  }

  @Override
  public synchronized void told(Logged event) {
    events.told(event);
  }

  @Override
  public synchronized void putOff(Logged event, Instant until) {
    events.putOff(event, until);
  }
}
