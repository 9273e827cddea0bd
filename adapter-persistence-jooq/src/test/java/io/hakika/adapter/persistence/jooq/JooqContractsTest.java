package io.hakika.adapter.persistence.jooq;

import io.hakika.application.contract.EventLogContract;
import io.hakika.application.contract.PaymentQueriesContract;
import io.hakika.application.contract.PaymentStoreContract;
import io.hakika.application.contract.StoreUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The three ports keep to their contracts, on H2. */
final class JooqContractsTest {

  private static TestDatabase database;

  @BeforeAll
  static void open() {
    database = TestDatabase.open();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Nested
  final class AsPaymentStore implements PaymentStoreContract {

    private final StoreUnderTest stores = database.emptied().stores();

    @Override
    public StoreUnderTest stores() {
      return stores;
    }
  }

  @Nested
  final class AsPaymentQueries implements PaymentQueriesContract {

    private final StoreUnderTest stores = database.emptied().stores();

    @Override
    public StoreUnderTest stores() {
      return stores;
    }
  }

  @Nested
  final class AsEventLog implements EventLogContract {

    private final StoreUnderTest stores = database.emptied().stores();

    @Override
    public StoreUnderTest stores() {
      return stores;
    }
  }
}
