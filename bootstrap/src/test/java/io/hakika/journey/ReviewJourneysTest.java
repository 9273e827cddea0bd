package io.hakika.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.hakika.adapter.daraja.simulator.Customer;
import io.hakika.bootstrap.client.ApiClient.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a person may decide, and what messages do to that. */
class ReviewJourneysTest {

  private static Rig rig;

  @BeforeAll
  static void open() {
    rig = Rig.start();
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @Test
  void a_person_may_say_that_it_is_paid() {
    var sale = rig.sale(Customer.WRONG_AMOUNT).isForReview("amount_mismatch");

    assertThat(sale.resolve("paid", sale.prompt().receipt()).status()).isEqualTo(200);

    sale.becomes("paid");
    assertThat(sale.count("resolved")).isEqualTo(1);
  }

  @Test
  void a_person_may_say_that_it_has_failed() {
    var sale = rig.sale(Customer.FAILED_THEN_PAID).isForReview("contradictory");

    assertThat(sale.resolve("failed", "").status()).isEqualTo(200);

    sale.isFailed("other", "operator");
  }

  @Test
  void the_same_decision_again_changes_nothing() {
    var sale = rig.sale(Customer.FAILED_THEN_PAID).isForReview("contradictory");
    sale.resolve("failed", "");

    assertThat(sale.resolve("failed", "").status()).isEqualTo(200);
    assertThat(sale.count("resolved")).isEqualTo(1);
  }

  @Test
  void a_person_may_doubt_a_failure() {
    var sale = rig.sale(Customer.CANCELS).isFailed("cancelled", "callback");

    assertThat(sale.resolve("reopen", "").status()).isEqualTo(200);

    sale.isForReview("contradictory");
  }

  @Test
  void what_is_paid_or_under_way_is_not_for_a_person() {
    var paid = rig.sale(Customer.PAYS).becomes("paid");
    var open = rig.sale(Customer.NEVER_DECIDES);

    assertThat(code(paid.resolve("failed", ""))).isEqualTo("409 not_reviewable");
    assertThat(code(open.resolve("failed", ""))).isEqualTo("409 not_reviewable");
  }

  @Test
  void a_receipt_of_another_payment_is_refused() {
    var paid = rig.sale(Customer.PAYS).becomes("paid");
    var sale = rig.sale(Customer.FAILED_THEN_PAID).isForReview("contradictory");

    var reply = sale.resolve("paid", paid.text("mpesaReceiptNumber"));

    assertThat(code(reply)).isEqualTo("409 receipt_taken");
  }

  @Test
  void a_typed_receipt_yields_to_the_callback_that_brings_it() {
    var owner = rig.sale(Customer.NEVER_DECIDES);
    var mistaken = rig.sale(Customer.CANCELS).isFailed("cancelled", "callback");
    mistaken.resolve("reopen", "");
    mistaken.resolve("paid", "UKN9TYPED1");
    mistaken.becomes("paid");

    owner
        .prompt()
        .callBackWith(Messages.success(owner.text("checkoutRequestId"), 1500, "UKN9TYPED1"));

    owner.becomes("paid");
    assertThat(owner.text("mpesaReceiptNumber")).isEqualTo("UKN9TYPED1");
    assertThat(mistaken.payment().path("mpesaReceiptNumber").isNull()).isTrue();
    assertThat(mistaken.payment().path("attention").isEmpty()).isFalse();
  }

  @Test
  void a_stuck_payment_may_be_superseded_by_another_of_its_order() {
    var stuck = rig.sale(Rig.request("stuck", Customer.ANSWER_LOST_SILENT.number(8001)));
    stuck.knows("push_unknown");
    var other = Customer.PAYS.number(8002);
    assertThat(code(rig.post(Rig.request("stuck", other)))).isEqualTo("409 order_in_progress");

    var next = rig.sale(Rig.request("stuck", other).put("supersedes", stuck.id()));

    next.becomes("paid");
    rig.passes(Duration.ofMinutes(5));
    stuck.isForReview("submission_unknown");
  }

  private static String code(Reply reply) {
    return reply.status() + " " + reply.body().path("code").asString();
  }
}
