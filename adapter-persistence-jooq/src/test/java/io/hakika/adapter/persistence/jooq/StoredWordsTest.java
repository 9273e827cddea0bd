package io.hakika.adapter.persistence.jooq;

import static io.hakika.application.fake.PaymentFixture.aPayment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hakika.adapter.persistence.jooq.schema.tables.records.HkEventRecord;
import io.hakika.adapter.persistence.jooq.schema.tables.records.HkPaymentRecord;
import io.hakika.application.fake.PaymentFixture;
import io.hakika.application.fake.Stage;
import io.hakika.domain.PaymentEvent;
import io.hakika.domain.value.Attention;
import io.hakika.domain.value.ProviderText;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows are read strictly: what this version does not know is a fault, never a guess. */
final class StoredWordsTest {

  private final PaymentRows rows = PaymentRows.standard();

  private void refuses(Stage stage, String column, Consumer<HkPaymentRecord> damage) {
    var payment = aPayment().at(stage);
    var row = rows.writer().row(payment);
    damage.accept(row);

    assertThatThrownBy(() -> rows.reader().payment(row))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("column " + column + " of payment " + payment.id())
        .hasMessageNotContaining(payment.order().phone().digits());
  }

  @Test
  void a_word_that_nobody_knows_is_named_with_its_column_and_its_payment() {
    refuses(Stage.PAID, "status", row -> row.setStatus("refunded"));
    refuses(Stage.PENDING, "push_state", row -> row.setPushState("flying"));
    refuses(Stage.PAID, "receipt_source", row -> row.setReceiptSource("rumour"));
    refuses(
        Stage.UNSETTLED,
        "queries_class",
        row -> {
          row.setQueriesClass("maybe");
          row.setQueriesSameSince(row.getCreatedAt());
        });
    refuses(Stage.FAILED, "failure_category", row -> row.setFailureCategory("mood"));
    refuses(Stage.FAILED, "failure_source", row -> row.setFailureSource("rumour"));
    refuses(Stage.FAILED, "failure_code", row -> row.setFailureCode(null));
    refuses(Stage.UNSETTLED, "review_reason", row -> row.setReviewReason("mood"));
    refuses(Stage.PAID, "contradictions_told", row -> row.setContradictionsTold("failed,mood"));
    refuses(Stage.PAID, "metadata", row -> row.setMetadata("[1]"));
    refuses(Stage.PAID, "amount", row -> row.setAmount(0L));
    refuses(Stage.PAID, "receipt", row -> row.setReceipt("no receipt"));
  }

  @Test
  void what_a_state_must_have_is_missed_by_name() {
    refuses(Stage.PAID, "settled_at", row -> row.setSettledAt(null));
    refuses(Stage.QUEUED, "push_reason", row -> row.setPushReason(null));
    refuses(Stage.UNSETTLED, "review_since", row -> row.setReviewSince(null));
  }

  @Test
  void a_phone_sealed_by_a_newer_version_is_not_taken_for_another_phone() {
    refuses(Stage.PAID, "phone_stored", row -> row.setPhoneStored("v1:key-7:AAAA"));
    refuses(Stage.PAID, "checkout_stored", row -> row.setCheckoutStored("v1:key-7:AAAA"));
  }

  @Test
  void an_event_of_an_unknown_type_is_a_fault() {
    var events = new EventRows(rows.personal());
    var fixture = aPayment();
    var event = new PaymentEvent.Paid(fixture.id(), null, PaymentFixture.NOON);
    HkEventRecord row = events.row(event, 2);
    row.setNumber(1L);
    row.setType("payment.refunded");

    assertThatThrownBy(() -> events.logged(row))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("column type of payment " + fixture.id());
  }

  @ParameterizedTest
  @EnumSource(Attention.class)
  void each_word_for_a_person_has_a_column_of_its_own(Attention word) {
    var row = rows.writer().row(aPayment().at(Stage.PAID));
    row.set(AttentionColumns.of(word), true);

    assertThat(rows.reader().payment(row).facts().attention()).containsExactly(word);
  }

  @Test
  void words_of_daraja_that_were_masked_once_are_not_masked_again() {
    var said = new ProviderText("ws_CO_24112026120017512345678 for 254712345678 failed");

    assertThat(new ProviderText(said.value())).isEqualTo(said);
    assertThat(said.value()).doesNotContain("512345678").doesNotContain("712345678");
  }
}
