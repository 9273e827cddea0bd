package io.hakika.adapter.persistence.jooq;

import static io.hakika.adapter.persistence.jooq.schema.Tables.HK_PAYMENT;

import io.hakika.application.port.driven.PaymentStore.Stored;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Payments as rows: what writes them, what reads them, and the codec both share. */
record PaymentRows(PersonalData personal, PaymentWriter writer, PaymentReader reader) {

  static PaymentRows standard() {
    var personal = new PersonalData();
    return new PaymentRows(personal, new PaymentWriter(personal), new PaymentReader(personal));
  }

  /** The one payment that meets {@code condition}. */
  Optional<Stored> find(DSLContext sql, Condition condition) {
    return sql.selectFrom(HK_PAYMENT).where(condition).fetchOptional(reader::stored);
  }
}
