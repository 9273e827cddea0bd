package io.hakika.application.fake;

import io.hakika.application.contract.EventLogContract;
import io.hakika.application.contract.PaymentQueriesContract;
import io.hakika.application.contract.PaymentStoreContract;
import io.hakika.application.contract.StoreUnderTest;
import org.junit.jupiter.api.Nested;

/** The fake keeps to what it stands in for. */
final class InMemoryPaymentStoreTest {

  @Nested
  final class AsPaymentStore implements PaymentStoreContract {

    private final StoreUnderTest stores = StoreUnderTest.of(new InMemoryPaymentStore());

    @Override
    public StoreUnderTest stores() {
      return stores;
    }
  }

  @Nested
  final class AsPaymentQueries implements PaymentQueriesContract {

    private final StoreUnderTest stores = StoreUnderTest.of(new InMemoryPaymentStore());

    @Override
    public StoreUnderTest stores() {
      return stores;
    }
  }

  @Nested
  final class AsEventLog implements EventLogContract {

    private final StoreUnderTest stores = StoreUnderTest.of(new InMemoryPaymentStore());

    @Override
    public StoreUnderTest stores() {
      return stores;
    }
  }
}
