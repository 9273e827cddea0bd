package io.hakika.adapter.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class GroupCommitTest {

  private final Disk disk = new Disk();
  private final GroupCommit group = GroupCommit.over(disk);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    disk.mayFinish.release(1000);
    group.close();
    threads.shutdown();
  }

  private CompletableFuture<Void> committer() {
    return CompletableFuture.runAsync(group::await, threads);
  }

  private List<CompletableFuture<Void>> committers(int many) {
    var all = new ArrayList<CompletableFuture<Void>>();
    for (var count = 0; count < many; count++) {
      all.add(committer());
    }
    return all;
  }

  private void awaitWaiting(int many) {
    await().until(() -> group.waiting() == many);
  }

  @Test
  void nobody_goes_on_before_the_disk_was_forced() {
    var first = committer();
    disk.awaitBegun(1);

    assertThat(first).isNotDone();

    disk.mayFinish.release();
    assertThat(first).succeedsWithin(20, TimeUnit.SECONDS);
  }

  @Test
  void everybody_who_waits_is_served_by_one_round() {
    var first = committer();
    disk.awaitBegun(1);
    var others = committers(20);
    awaitWaiting(20);

    disk.mayFinish.release(2);

    assertThat(first).succeedsWithin(20, TimeUnit.SECONDS);
    others.forEach(one -> assertThat(one).succeedsWithin(20, TimeUnit.SECONDS));
    assertThat(disk.begun).hasValue(2);
  }

  @Test
  void whoever_comes_while_the_disk_is_being_forced_waits_for_the_next_round() {
    var first = committer();
    disk.awaitBegun(1);
    var late = committer();
    awaitWaiting(1);

    disk.mayFinish.release();

    assertThat(first).succeedsWithin(20, TimeUnit.SECONDS);
    disk.awaitBegun(2);
    assertThat(late).isNotDone();
    disk.mayFinish.release();
    assertThat(late).succeedsWithin(20, TimeUnit.SECONDS);
  }

  @Test
  void a_fault_reaches_everybody_it_fails_and_nobody_after() {
    var first = committer();
    disk.awaitBegun(1);
    var failed = committers(5);
    awaitWaiting(5);
    disk.failing = new IllegalStateException("the disk is full");
    disk.mayFinish.release();
    assertThat(first).failsWithin(20, TimeUnit.SECONDS);
    disk.awaitBegun(2);
    disk.mayFinish.release();

    for (var one : failed) {
      assertThatThrownBy(one::join)
          .isInstanceOf(CompletionException.class)
          .cause()
          .hasMessageContaining("committed, but")
          .hasRootCauseMessage("the disk is full");
    }

    disk.failing = null;
    disk.mayFinish.release();
    assertThat(committer()).succeedsWithin(20, TimeUnit.SECONDS);
  }

  @Test
  void an_interrupt_does_not_send_anybody_on_before_the_disk_was_forced() {
    var stillInterrupted = new CompletableFuture<Boolean>();
    var waiter =
        new Thread(
            () -> {
              group.await();
              stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
    waiter.start();
    disk.awaitBegun(1);

    waiter.interrupt();
    await().until(() -> !waiter.isInterrupted() || waiter.getState() == Thread.State.WAITING);
    assertThat(stillInterrupted).isNotDone();

    disk.mayFinish.release();
    assertThat(stillInterrupted).succeedsWithin(20, TimeUnit.SECONDS).isEqualTo(true);
  }

  @Test
  void closing_serves_who_waits_and_turns_away_who_comes_after() {
    var first = committer();
    disk.awaitBegun(1);
    var second = committer();
    awaitWaiting(1);
    disk.mayFinish.release(2);

    group.close();

    assertThat(first).succeedsWithin(20, TimeUnit.SECONDS);
    assertThat(second).succeedsWithin(20, TimeUnit.SECONDS);
    assertThatThrownBy(group::await).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void on_h2_many_checkouts_at_once_are_all_kept() {
    try (var database = TestDatabase.open(Durability.POWER)) {
      var walk = new Walk(new JooqPaymentStore(database.database()));
      var fixtures = new ArrayList<PaymentFixture>();
      for (var count = 0; count < 40; count++) {
        fixtures.add(PaymentFixture.aPayment());
      }

      var opened =
          fixtures.stream()
              .map(one -> CompletableFuture.runAsync(() -> walk.opens(one), threads))
              .toList();

      opened.forEach(one -> assertThat(one).succeedsWithin(30, TimeUnit.SECONDS));
      fixtures.forEach(one -> assertThat(walk.now(one.id()).version()).isEqualTo(1));
    }
  }

  /** A disk that takes as long as the test wants. */
  private static final class Disk implements GroupCommit.Sync {

    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore mayFinish = new Semaphore(0);
    private volatile RuntimeException failing;

    @Override
    public void run() {
      begun.incrementAndGet();
      mayFinish.acquireUninterruptibly();
      var fault = failing;
      if (fault != null) {
        throw fault;
      }
    }

    private void awaitBegun(int times) {
      await().until(() -> begun.get() == times);
    }
  }
}
