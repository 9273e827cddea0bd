package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_SETTING;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.hakika.application.fake.Stage;
import io.hakika.application.fake.Walk;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DatabaseTest {

  private static TestDatabase opened;

  private Database database;

  @BeforeAll
  static void open() {
    opened = TestDatabase.open();
  }

  @AfterAll
  static void close() {
    opened.close();
  }

  @BeforeEach
  void empty() {
    database = opened.emptied().database();
  }

  private static int set(Transaction tx, String name, String content) {
    return tx.sql()
        .insertInto(HK_SETTING)
        .set(HK_SETTING.NAME, name)
        .set(HK_SETTING.CONTENT, content)
        .execute();
  }

  private static void change(Transaction tx, String name) {
    tx.sql()
        .update(HK_SETTING)
        .set(HK_SETTING.CONTENT, HK_SETTING.CONTENT.concat("+"))
        .where(HK_SETTING.NAME.eq(name))
        .execute();
  }

  private List<String> contents() {
    return database.read(
        sql ->
            sql.select(HK_SETTING.CONTENT)
                .from(HK_SETTING)
                .orderBy(HK_SETTING.NAME)
                .fetch(HK_SETTING.CONTENT));
  }

  @Test
  void what_is_given_up_leaves_nothing_behind() {
    database.write(
        tx -> {
          set(tx, "a", "1");
          tx.giveUp();
          return null;
        });

    assertThat(contents()).isEmpty();
  }

  @Test
  void what_breaks_leaves_nothing_behind_and_flies() {
    assertThatThrownBy(
            () ->
                database.write(
                    tx -> {
                      set(tx, "a", "1");
                      throw new UnsupportedOperationException("broken");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(contents()).isEmpty();
  }

  @Test
  void whoever_falls_victim_to_a_deadlock_is_run_again() throws Exception {
    database.write(tx -> set(tx, "a", "") + set(tx, "b", ""));
    var bothHoldOne = new CyclicBarrier(2);
    var runs = new AtomicInteger();
    var threads = Executors.newFixedThreadPool(2);

    var first = CompletableFuture.runAsync(() -> cross("a", "b", bothHoldOne, runs), threads);
    var second = CompletableFuture.runAsync(() -> cross("b", "a", bothHoldOne, runs), threads);

    first.get(30, TimeUnit.SECONDS);
    second.get(30, TimeUnit.SECONDS);
    threads.shutdown();
    assertThat(contents()).containsExactly("++", "++");
    assertThat(runs).as("two, and the victim again").hasValueGreaterThan(2);
  }

  private void cross(String mine, String others, CyclicBarrier bothHoldOne, AtomicInteger runs) {
    database.write(
        tx -> {
          change(tx, mine);
          if (runs.incrementAndGet() <= 2) {
            meet(bothHoldOne);
          }
          change(tx, others);
          return null;
        });
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_fault_that_does_not_pass_is_not_run_again() {
    database.write(tx -> set(tx, "a", "1"));
    var runs = new AtomicInteger();

    assertThatThrownBy(
            () ->
                database.write(
                    tx -> {
                      runs.incrementAndGet();
                      return set(tx, "a", "2");
                    }))
        .isInstanceOfSatisfying(
            DatabaseFault.class, fault -> assertThat(fault.isUniqueViolation()).isTrue());
    assertThat(runs).hasValue(1);
  }

  @Test
  void a_fault_never_repeats_a_row_or_a_statement() {
    var fixture = aPayment();
    var stores = new JooqPaymentStore(database);
    new Walk(stores).to(Stage.SUBMITTED, fixture);
    var order = fixture.order();

    assertThatThrownBy(() -> stores.add(Walk.opening(fixture.forOrder("ORD-OTHER"))))
        .isInstanceOf(DatabaseFault.class)
        .satisfies(
            fault ->
                assertThat(fault.getCause())
                    .as("what JDBC's callers know, in our words alone")
                    .isInstanceOf(SQLException.class)
                    .hasMessage(fault.getMessage())
                    .hasNoCause())
        .message()
        .contains("23505")
        .doesNotContain(order.phone().digits())
        .doesNotContain(order.callbackToken().value())
        .doesNotContain(order.statusToken().value())
        .doesNotContainIgnoringCase("insert");
  }

  @Test
  void connections_in_a_transaction_of_the_hosts_are_refused() {
    var config = new HikariConfig();
    config.setJdbcUrl(opened.url());
    config.setUsername("sa");
    config.setAutoCommit(false);
    try (var pool = new HikariDataSource(config)) {
      var hosts = Database.over(pool, Durability.PROCESS);

      assertThatThrownBy(() -> new JooqPaymentStore(hosts).add(Walk.opening(aPayment())))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("auto-commit");
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
  }

  @Test
  void a_pool_that_is_gone_is_a_fault_not_an_absence() {
    var pool = TestDatabase.pool(opened.url());
    var gone = new JooqPaymentStore(Database.over(pool, Durability.PROCESS));
    pool.close();

    assertThatThrownBy(() -> gone.find(aPayment().id()))
        .isInstanceOf(DatabaseFault.class)
        .hasMessageContaining("closed");
  }

  @Test
  void another_product_is_refused() {
    var other = Products.named("Oracle");

    assertThatThrownBy(() -> Database.over(other, Durability.POWER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Oracle");
    assertThat(DatabaseSettings.unsafe(other)).anyMatch(line -> line.contains("Oracle"));
  }

  @Test
  void an_interrupted_writer_harms_nobody() throws Exception {
    var walk = new Walk(new JooqPaymentStore(database));
    for (var round = 0; round < 20; round++) {
      var writer = new Thread(() -> opensUntilInterrupted(walk));
      writer.start();
      walk.opens(aPayment());
      writer.interrupt();
      writer.join(20_000);
      assertThat(writer.isAlive()).isFalse();
    }

    assertThat(walk.opens(aPayment()).version()).isEqualTo(1);
  }

  private static void opensUntilInterrupted(Walk walk) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        walk.opens(aPayment());
      } catch (DatabaseFault fault) {
        // The pool turns an interrupted thread away; that is the writer's own affair.
        return;
      }
    }
  }

  @Test
  void a_database_that_was_shut_down_is_opened_again_whole() {
    var url = H2Url.safe("jdbc:h2:mem:again");
    Database.shutDown(url, "sa", "");
    Database.shutDown("jdbc:postgresql://localhost/none", "nobody", null);

    try (var pool = TestDatabase.pool(url)) {
      assertThat(Schema.check(pool)).isNotEmpty();
    }
    Database.shutDown(url, "sa", "");
  }
}
