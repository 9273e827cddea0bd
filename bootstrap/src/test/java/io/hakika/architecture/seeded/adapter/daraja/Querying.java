package io.hakika.architecture.seeded.adapter.daraja;

import io.hakika.architecture.Breaks;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Tables are not for this adapter. */
@Breaks("each library is seen by its own module")
final class Querying {

  int rows(DSLContext database) {
    return database.fetchCount(DSL.table("payment"));
  }
}
