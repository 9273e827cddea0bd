package io.hakika.adapter.persistence.jooq;

import static io.hakika.application.fake.PaymentFixture.NOON;
import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.application.fake.Stage;
import io.hakika.application.fake.Walk;
import io.hakika.application.port.driven.PaymentQueries.Filter;
import io.hakika.application.port.driven.PaymentStore.Work;
import io.hakika.domain.PaymentStatus;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.MerchantAccount;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists and claims read an index in its order: they never sort, or lock, all that matches. */
final class IndexUseTest {

  private static TestDatabase database;
  private static Explaining explaining;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
    explaining = new Explaining(database.pool());
    var walk = new Walk(new JooqPaymentStore(database.database()));
    for (var second = 0; second < 60; second++) {
      var stage = second % 3 == 0 ? Stage.PAID : Stage.SUBMITTED;
      walk.to(stage, aPayment().openedAt(NOON.plusSeconds(second)));
    }
    database.execute("analyze");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Filter filter(
      PaymentStatus status, Attention attention, Set<MerchantAccount> accounts) {
    return new Filter(status, null, null, null, null, attention, accounts, null, null);
  }

  static Stream<Filter> lists() {
    return Stream.of(
        Filter.ALL,
        filter(PaymentStatus.PAID, null, null),
        filter(null, Attention.CONTRADICTED, null),
        filter(null, null, Set.of(MerchantAccount.DEFAULT)),
        new Filter(null, null, aPayment().order().phone(), null, null, null, null, null, null),
        new Filter(null, null, null, null, null, null, null, NOON, NOON.plusSeconds(30)));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void a_list_is_read_in_the_order_of_an_index(Filter filter) {
    var queries = new JooqPaymentQueries(explaining.database());
    var first = queries.list(filter, 1, null);

    queries.list(filter, 10, first.nextCursor());

    assertThat(explaining.plans())
        .isNotEmpty()
        .allSatisfy(plan -> assertThat(plan).contains("/* index sorted */"));
  }

  @Test
  void due_work_is_read_in_the_order_of_its_index() {
    var store = new JooqPaymentStore(explaining.database());
    for (var work : Work.values()) {
      store.claimDue(work, NOON.plus(Duration.ofDays(1)), Duration.ofSeconds(30), 8);
    }

    assertThat(explaining.plans())
        .hasSize(4)
        .allSatisfy(plan -> assertThat(plan).contains("_DUE").contains("/* index sorted */"));
  }

  @Test
  void a_callback_finds_its_payment_by_its_token() {
    var fixture = aPayment();
    new JooqPaymentStore(explaining.database()).findByToken(fixture.order().callbackToken());

    assertThat(explaining.plans())
        .singleElement()
        .asString()
        .contains("CALLBACK_TOKEN =")
        .doesNotContain("tableScan");
  }

  @Test
  void events_are_read_in_their_order() {
    new JooqEventLog(explaining.database()).claim(NOON, Duration.ofSeconds(30), 10);

    List<String> plans = explaining.plans();
    assertThat(plans).isNotEmpty();
    assertThat(plans.get(0)).contains("HK_EVENT_BY_PAYMENT");
  }
}
