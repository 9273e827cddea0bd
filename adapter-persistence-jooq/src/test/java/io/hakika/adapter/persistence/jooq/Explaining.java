package io.hakika.adapter.persistence.jooq;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Notes how H2 means to run each query, with the values it is run with. For one thread. */
final class Explaining {

  private final List<String> plans = new ArrayList<>();
  private final Database database;

  Explaining(DataSource pool) {
    var explained =
        proxy(
            DataSource.class,
            (self, method, arguments) -> connection((Connection) invoke(pool, method, arguments)));
    this.database = Database.over(explained, Durability.PROCESS);
  }

  Database database() {
    return database;
  }

  /** What was noted since this was last asked. */
  List<String> plans() {
    var since = List.copyOf(plans);
    plans.clear();
    return since;
  }

  private Connection connection(Connection real) {
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          var result = invoke(real, method, arguments);
          var query =
              method.getName().equals("prepareStatement")
                  && ((String) arguments[0]).startsWith("select");
          return query
              ? statement(
                  (PreparedStatement) result, real.prepareStatement("explain " + arguments[0]))
              : result;
        });
  }

  /** Binds whatever is bound to both, and asks for the plan before the query is run. */
  private PreparedStatement statement(PreparedStatement real, PreparedStatement explain) {
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (method.getName().startsWith("set")) {
            invoke(explain, method, arguments);
          } else if (method.getName().startsWith("execute")) {
            note(explain);
          }
          return invoke(real, method, arguments);
        });
  }

  private void note(PreparedStatement explain) throws Throwable {
    try (explain;
        var plan = explain.executeQuery()) {
      while (plan.next()) {
        plans.add(plan.getString(1));
      }
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
