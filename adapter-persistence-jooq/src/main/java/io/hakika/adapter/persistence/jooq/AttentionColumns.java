package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;

import io.hakika.adapter.persistence.jooq.schema.tables.records.HkPaymentRecord;
import io.hakika.domain.value.Attention;
import org.jooq.TableField;

/** Each word for a person is a column of its own, so that two writers can put two words at once. */
final class AttentionColumns {

  private AttentionColumns() {}

  static TableField<HkPaymentRecord, Boolean> of(Attention word) {
    return switch (word) {
      case RECEIPT_MISSING -> HK_PAYMENT.RECEIPT_MISSING;
      case CONTRADICTED -> HK_PAYMENT.CONTRADICTED;
      case MISMATCHED_CALLBACK -> HK_PAYMENT.MISMATCHED_CALLBACK;
      case ORDER_PAID_TWICE -> HK_PAYMENT.ORDER_PAID_TWICE;
    };
  }
}
