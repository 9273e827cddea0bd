package io.hakika.adapter.persistence.jooq;

import org.jooq.DSLContext;

/** A transaction under way. It is committed unless it is given up or something is thrown. */
final class Transaction {

  private final DSLContext sql;
  private boolean givenUp;

  Transaction(DSLContext sql) {
    this.sql = sql;
  }

  DSLContext sql() {
    return sql;
  }

  /** Nothing of it is to be written. */
  void giveUp() {
    givenUp = true;
  }

  boolean isGivenUp() {
    return givenUp;
  }
}
