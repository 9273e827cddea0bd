package io.hakika.adapter.persistence.jooq;

import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads one row that belongs to a payment. What it cannot read is a fault that names the column and
 * the payment: an unreadable payment must never look like another one, or like none.
 */
record Cells(Record row, String payment) {

  /** What the column holds. */
  <T> T need(Field<T> column) {
    var held = row.get(column);
    if (held == null) {
      throw unreadable(column, "it is null");
    }
    return held;
  }

  /** What {@code reader} makes of what the column holds. */
  <T, R> R need(Field<T> column, Function<T, R> reader) {
    return read(column, need(column), reader);
  }

  /** What {@code reader} makes of what the column holds; null where it holds nothing. */
  <T, R> @Nullable R maybe(Field<T> column, Function<T, R> reader) {
    var held = row.get(column);
    return held == null ? null : read(column, held, reader);
  }

  private <T, R> R read(Field<T> column, T held, Function<T, R> reader) {
    try {
      return reader.apply(held);
    } catch (IllegalArgumentException e) {
      throw unreadable(column, e.getMessage());
    }
  }

  private IllegalStateException unreadable(Field<?> column, @Nullable String why) {
    return new IllegalStateException(
        "column " + column.getName() + " of payment " + payment + " cannot be read: " + why);
  }
}
