package io.hakika.adapter.persistence.jooq;

import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hakika.application.fake.Entries;
import io.hakika.application.fake.Stage;
import io.hakika.application.fake.Walk;
import io.hakika.application.port.driven.PaymentStore.IdempotencyKey;
import io.hakika.domain.value.PaymentId;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can never be true is refused by the database itself, whoever tries to write it. */
final class ConstraintsTest {

  private static final IdempotencyKey KEY = new IdempotencyKey("shop", "cart-1");

  private static final Map<Stage, PaymentId> PAYMENTS = new EnumMap<>(Stage.class);

  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  /** One payment for each stage: a refused update leaves it as it is. */
  private static PaymentId onePaymentAt(Stage stage) {
    return PAYMENTS.computeIfAbsent(stage, ConstraintsTest::paymentAt);
  }

  private static PaymentId paymentAt(Stage stage) {
    var fixture = aPayment();
    new Walk(new JooqPaymentStore(database.database())).to(stage, fixture);
    return fixture.id();
  }

  private static void sets(PaymentId id, String what) throws SQLException {
    try (var connection = database.pool().getConnection();
        var statement = connection.createStatement()) {
      var sql = "update hk_payment set " + what + " where id = '" + id + "'";
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private static void refuses(PaymentId id, String what, String state) {
    assertThatThrownBy(() -> sets(id, what))
        .as(what)
        .isInstanceOfSatisfying(
            SQLException.class, broken -> assertThat(broken.getSQLState()).isEqualTo(state));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SUBMITTED            | status = 'settled'
          SUBMITTED            | status = 'paid', settled_at = created_at
          SUBMITTED            | checkout_index = null, checkout_stored = null, checkout_mask = null
          SUBMITTED            | submitted_at = null
          SUBMITTED            | checkout_stored = null
          SUBMITTED            | checkout_mask = null
          SUBMITTED            | receipt = 'UKN0000001'
          SUBMITTED            | receipt_source = 'callback'
          SUBMITTED            | receipt = 'UKN0000001', receipt_source = 'rumour'
          SUBMITTED            | push_state = 'claimed'
          SUBMITTED            | push_due = created_at
          SUBMITTED            | settled_at = created_at
          SUBMITTED            | failure_code = '1'
          SUBMITTED            | review_reason = 'unsettled'
          SUBMITTED            | contradictions_told = 'failed'
          SUBMITTED            | contradicted = true
          SUBMITTED            | order_paid_twice = true
          SUBMITTED            | amount = 0
          SUBMITTED            | amount = 1000000000
          SUBMITTED            | version = 0
          SUBMITTED            | revision = 0
          SUBMITTED            | client = 'shop'
          SUBMITTED            | idempotency_key = 'cart-1'
          SUBMITTED            | active_order = 'ORD-OTHER'
          SUBMITTED            | queries_tried = 1
          SUBMITTED            | queries_answered = 1
          SUBMITTED            | queries_class = 'success'
          SUBMITTED            | queries_class = 'maybe', queries_same_since = created_at
          PENDING              | push_state = null
          PENDING              | push_state = 'sent'
          PENDING              | push_state = 'queued'
          PENDING              | push_attempts = null
          PENDING              | push_until = null
          PENDING              | push_since = null
          PENDING              | merchant_request_id = '29115-1'
          QUEUED               | push_reason = null
          QUEUED               | push_state = 'unknown'
          PUSH_UNKNOWN         | push_since = null
          PAID                 | settled_at = null
          PAID                 | receipt = null, receipt_source = null
          PAID                 | receipt_source = null
          PAID                 | status = 'failed'
          PAID_BARE            | receipt_missing = false
          PAID_BARE            | listed = false
          FAILED               | settled_at = null
          FAILED               | failure_reason = null
          FAILED               | failure_category = 'mood'
          FAILED               | failure_category = null
          FAILED               | failure_source = 'rumour'
          FAILED               | failure_source = null
          FAILED               | active_order = order_id
          UNSETTLED            | review_reason = null
          UNSETTLED            | review_reason = 'mood'
          UNSETTLED            | review_detail = null
          UNSETTLED            | review_since = null
          CONTRADICTORY        | status = 'submitted'
          """)
  void a_row_that_cannot_be_true_is_refused(Stage stage, String what) {
    refuses(onePaymentAt(stage), what, "23513");
  }

  @Test
  void what_may_be_true_is_not_refused() {
    var id = paymentAt(Stage.SUBMITTED);

    assertThatCode(() -> sets(id, "receipt = 'UKFREE0001', receipt_source = 'callback'"))
        .doesNotThrowAnyException();
    assertThatCode(() -> sets(id, "active_order = null")).doesNotThrowAnyException();
  }

  @Test
  void a_receipt_is_on_one_payment() {
    var holder = aPayment();
    new Walk(new JooqPaymentStore(database.database())).to(Stage.PAID, holder);

    refuses(paymentAt(Stage.PAID), "receipt = '" + holder.receipt() + "'", "23505");
  }

  @Test
  void a_name_of_a_push_is_on_one_payment() {
    var holder = aPayment();
    new Walk(new JooqPaymentStore(database.database())).to(Stage.SUBMITTED, holder);
    var name = holder.ids().checkoutRequestId().value();

    refuses(paymentAt(Stage.SUBMITTED), "checkout_index = '" + name + "'", "23505");
  }

  @Test
  void an_order_is_held_by_one_payment() {
    var holder = aPayment();
    new Walk(new JooqPaymentStore(database.database())).opens(holder);
    var order = holder.order().orderId();

    refuses(
        paymentAt(Stage.SUBMITTED),
        "order_id = '" + order + "', active_order = '" + order + "'",
        "23505");
  }

  @Test
  void a_key_opens_one_payment() {
    new Walk(new JooqPaymentStore(database.database()))
        .opens(Walk.opening(aPayment(), KEY, Walk.NO_RULES));

    refuses(paymentAt(Stage.SUBMITTED), "client = 'shop', idempotency_key = 'cart-1'", "23505");
  }

  @ParameterizedTest
  @CsvSource({"callback_token", "status_token"})
  void a_token_opens_one_door(String column) {
    var holder = aPayment();
    new Walk(new JooqPaymentStore(database.database())).opens(holder);
    var token = "(select " + column + " from hk_payment where id = '" + holder.id() + "')";

    refuses(paymentAt(Stage.SUBMITTED), column + " = " + token, "23505");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update hk_entry set kind = 'rumour'                           | 23513
          update hk_entry set verdict = null where kind = 'callback'    | 23513
          update hk_entry set verdict = 'applied' where kind = 'created'| 23513
          update hk_entry set verdict = 'nice' where kind = 'callback'  | 23513
          update hk_entry set result_code = '0' where kind = 'created'  | 23513
          update hk_tally set callback_count = callback_count + 1 where callback_count = 0 | 23513
          update hk_tally set query_at = null where query_count > 0     | 23513
          update hk_tally set applied = null                            | 23502
          delete from hk_tally                                          | 23503
          update hk_event set type = 'payment.lost'                     | 23513
          update hk_event set payment_id = 'nobody'                     | 23506
          update hk_event set type = 'payment.failed'                   | 23513
          update hk_event set code = '1'                                | 23513
          update hk_event set since = at                                | 23513
          delete from hk_payment                                        | 23503
          """)
  void what_stands_beside_a_payment_is_held_to_it(String sql, String state) {
    var fixture = aPayment();
    var walk = new Walk(new JooqPaymentStore(database.database()));
    walk.opens(aPayment());
    var submitted = walk.to(Stage.SUBMITTED, fixture);
    walk.hears(
        submitted,
        fixture.queryStillPending(),
        Entries.query(
            fixture.order().createdAt(),
            Entries.callback(fixture.order().createdAt(), "applied", "0").answer()));
    walk.hears(
        walk.now(fixture.id()),
        fixture.success(),
        Entries.callback(fixture.order().createdAt(), "applied", "0"));

    assertThatThrownBy(() -> database.execute(sql))
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, broken -> assertThat(broken.getSQLState()).isEqualTo(state));
  }
}
