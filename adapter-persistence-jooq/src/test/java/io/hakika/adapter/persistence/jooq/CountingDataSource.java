package io.hakika.adapter.persistence.jooq;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Notes what crosses to the database, one word for each round trip. For one thread. */
final class CountingDataSource {

  private final List<String> trips = new ArrayList<>();
  private final DataSource seen;

  CountingDataSource(DataSource pool) {
    this.seen = watched(DataSource.class, pool);
  }

  DataSource dataSource() {
    return seen;
  }

  /** What crossed since this was last asked. */
  List<String> trips() {
    var since = List.copyOf(trips);
    trips.clear();
    return since;
  }

  private <T> T watched(Class<T> type, T target) {
    var proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> watch(target, method, arguments));
    return type.cast(proxy);
  }

  private Object watch(Object target, Method method, Object[] arguments) throws Throwable {
    var name = method.getName();
    if (name.startsWith("execute") || name.equals("commit") || name.equals("rollback")) {
      trips.add(name.startsWith("execute") ? "statement" : name);
    }
    var result = invoke(target, method, arguments);
    if (result instanceof PreparedStatement statement) {
      return watched(PreparedStatement.class, statement);
    }
    if (result instanceof Statement statement) {
      return watched(Statement.class, statement);
    }
    return result instanceof Connection connection && target instanceof DataSource
        ? watched(Connection.class, connection)
        : result;
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
