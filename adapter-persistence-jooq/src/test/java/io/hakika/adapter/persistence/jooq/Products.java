package io.hakika.adapter.persistence.jooq;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Map;
import javax.sql.DataSource;

/** A database product that nobody supports. */
final class Products {

  private Products() {}

  static DataSource named(String product) {
    var metadata = answering(DatabaseMetaData.class, Map.of("getDatabaseProductName", product));
    var connection =
        answering(
            Connection.class,
            Map.of(
                "getMetaData",
                metadata,
                "getAutoCommit",
                true,
                "isReadOnly",
                false,
                "getTransactionIsolation",
                Connection.TRANSACTION_READ_COMMITTED));
    return answering(DataSource.class, Map.of("getConnection", connection));
  }

  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    var proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.get(method.getName()));
    return type.cast(proxy);
  }
}
