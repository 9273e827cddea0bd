package io.hakika.adapter.persistence.jooq;

import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.Walk;
import io.hakika.application.port.driven.PaymentStore;
import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.IdempotencyKey;
import io.hakika.application.port.driven.PaymentStore.PhoneRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fifty at once, more than there are connections: one is opened, and nobody breaks. */
final class CrowdTest {

  private static final int CROWD = 50;

  /** The rules of the service in production. */
  private static final PhoneRules RULES = new PhoneRules(Duration.ofSeconds(90), 20);

  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.open(Durability.POWER);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  /** What the crowd has in common. */
  enum Common {
    KEY,
    ORDER,
    PHONE,
    EVERYTHING
  }

  private static PaymentStore.Opening opening(Common common) {
    var all = common == Common.EVERYTHING;
    var fixture = aPayment();
    fixture = all || common == Common.ORDER ? fixture.forOrder("ORD-CROWD") : fixture;
    fixture = all || common == Common.PHONE ? fixture.byPhone("0712345678") : fixture;
    var name = all || common == Common.KEY ? "one-click" : fixture.id().value();
    return Walk.opening(fixture, new IdempotencyKey("shop", name), RULES);
  }

  private static List<Added> atOnce(Supplier<Added> work) {
    var gate = new CountDownLatch(CROWD);
    var threads = Executors.newFixedThreadPool(CROWD);
    var running = new ArrayList<CompletableFuture<Added>>();
    for (var count = 0; count < CROWD; count++) {
      running.add(CompletableFuture.supplyAsync(() -> afterAll(gate, work), threads));
    }
    running.forEach(one -> assertThat(one).succeedsWithin(60, TimeUnit.SECONDS));
    threads.shutdown();
    return running.stream().map(CompletableFuture::join).toList();
  }

  private static Added afterAll(CountDownLatch gate, Supplier<Added> work) {
    gate.countDown();
    try {
      assertThat(gate.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return work.get();
  }

  @ParameterizedTest
  @EnumSource
  void of_fifty_at_once_one_is_opened(Common common) {
    var store = database.emptied().stores().store();

    var added = atOnce(() -> store.add(opening(common)));

    assertThat(added).filteredOn(Added.Opened.class::isInstance).hasSize(1);
    assertThat(added).filteredOn(refusal(common)::isInstance).hasSize(CROWD - 1);
  }

  private static Class<? extends Added> refusal(Common common) {
    return switch (common) {
      case KEY, EVERYTHING -> Added.KeyTaken.class;
      case ORDER -> Added.OrderTaken.class;
      case PHONE -> Added.PhonePrompted.class;
    };
  }
}
