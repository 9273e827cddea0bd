package io.hakika.adapter.persistence.jooq;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.PATIENCE;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.Entries;
import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.application.fake.Walk;
import io.hakika.application.port.driven.PaymentStore.Added;
import io.hakika.application.port.driven.PaymentStore.IdempotencyKey;
import io.hakika.application.port.driven.PaymentStore.PhoneRules;
import io.hakika.application.port.driven.PaymentStore.Recorded;
import io.hakika.application.port.driven.PaymentStore.Recording;
import io.hakika.application.port.driven.PaymentStore.Stored;
import io.hakika.application.port.driven.PaymentStore.Work;
import io.hakika.domain.Evidence;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store costs on a network: how often it waits for the database. */
final class RoundTripsTest {

  private static TestDatabase database;

  private CountingDataSource counting;
  private JooqPaymentStore store;
  private Walk walk;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void count() {
    counting = new CountingDataSource(database.emptied().pool());
    store = new JooqPaymentStore(Database.over(counting.dataSource(), Durability.PROCESS));
    walk = new Walk(store);
    counting.trips();
  }

  private Recorded hears(Stored was, Evidence evidence, String verdict) {
    var entries =
        List.of(
            Entries.callback(evidence.at(), verdict, "0"),
            Entries.statusChanged(evidence.at(), "submitted", "paid"));
    var weighed = was.payment().weigh(evidence, PATIENCE);
    return store.record(Recording.of(was, weighed, entries));
  }

  private Stored found(PaymentFixture fixture) {
    return store.findByToken(fixture.order().callbackToken()).orElseThrow();
  }

  @Test
  void a_callback_costs_two_statements_and_a_commit() {
    var fixture = aPayment();
    walk.to(Stage.SUBMITTED, fixture);
    counting.trips();

    assertThat(hears(found(fixture), fixture.success(), "applied")).isEqualTo(Recorded.WRITTEN);

    assertThat(counting.trips()).containsExactly("statement", "statement", "commit");
    assertThat(walk.now(fixture.id()).payment()).isEqualTo(fixture.paid());
  }

  @Test
  void a_callback_that_changes_nothing_costs_the_same() {
    var fixture = aPayment();
    walk.to(Stage.PAID, fixture);
    counting.trips();

    hears(found(fixture), fixture.success(), "duplicate");

    assertThat(counting.trips()).containsExactly("statement", "statement", "commit");
  }

  @Test
  void a_kept_callback_costs_no_more_to_settle() {
    var fixture = aPayment();
    var submitted = walk.to(Stage.SUBMITTED, fixture);
    store.keep(Callbacks.arrival(fixture, NOON));
    var kept = store.claimKept(NOON, Duration.ofSeconds(30), 1).get(0);
    counting.trips();

    var weighed = submitted.payment().weigh(fixture.success(), PATIENCE);
    var entry = Entries.callback(NOON, "applied", "0");
    store.record(new Recording(submitted, weighed, List.of(entry), kept));

    assertThat(counting.trips()).containsExactly("statement", "commit");
  }

  @Test
  void a_checkout_costs_one_statement_and_a_commit_where_phones_have_no_rule() {
    var key = new IdempotencyKey("shop", "cart-1");

    store.add(Walk.opening(aPayment(), key, Walk.NO_RULES));

    assertThat(counting.trips()).containsExactly("statement", "commit");
  }

  @Test
  void a_checkout_costs_two_statements_more_for_a_rule_about_phones() {
    var added =
        store.add(Walk.opening(aPayment(), null, new PhoneRules(Duration.ofSeconds(90), 0)));

    assertThat(added).isInstanceOf(Added.Opened.class);
    assertThat(counting.trips()).containsExactly("statement", "statement", "statement", "commit");
  }

  @Test
  void a_push_answer_costs_one_statement_and_a_commit() {
    var fixture = aPayment();
    var opened = walk.opens(fixture);
    counting.trips();

    hears(opened, fixture.accepted(), "applied");

    assertThat(counting.trips()).containsExactly("statement", "commit");
  }

  @Test
  void looking_for_due_work_in_vain_writes_nothing() {
    assertThat(store.claimDue(Work.RECOVERY, NOON, Duration.ofSeconds(30), 8)).isEmpty();

    assertThat(counting.trips()).doesNotContain("commit");
  }

  @Test
  void a_duplicate_does_not_wait_for_whoever_writes_the_payment() throws SQLException {
    var fixture = aPayment();
    var paid = walk.to(Stage.PAID, fixture);
    try (var writer = database.pool().getConnection();
        var statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute("update hk_payment set description = 'locked'");

      assertThat(hears(paid, fixture.success(), "duplicate")).isEqualTo(Recorded.WRITTEN);

      writer.rollback();
    }
  }

  @Test
  void a_thousand_duplicates_do_not_version_the_payment() {
    var fixture = aPayment();
    var paid = walk.to(Stage.PAID, fixture);

    for (var time = 0; time < 1000; time++) {
      hears(paid, fixture.success(), "duplicate");
    }

    assertThat(walk.now(fixture.id())).isEqualTo(paid);
  }
}
