package org.fxd.store.sqlite;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;

/** Providers of files in which a test listens to every statement that changes something. */
public final class Tapped {
  private Tapped() {}

  /** Is told of statements. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A statement is about to be run, by the thread that is told.
     *
     * @param connection the real one, on which it will be run
     * @throws SQLException if it is to fail
     */
    void before(String sql, Connection connection) throws SQLException;
  }

  /** A provider in which someone listens. */
  public static StoreProvider provider(Listener listener) {
    return new SqliteStoreProvider(null, connection -> tapped(connection, listener));
  }

  /** Lets a file grow to so many pages and no further. */
  public static void limit(Store store, long pages) throws SQLException {
    ((SqliteStore) store).limit(pages);
  }

  private static Connection tapped(Connection connection, Listener listener) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          Object result = call(connection, method, arguments);
          if (result instanceof PreparedStatement statement) {
            String sql = String.valueOf(arguments[0]);
            return tapped(PreparedStatement.class, statement, sql, connection, listener);
          }
          return result instanceof Statement statement
              ? tapped(Statement.class, statement, "", connection, listener)
              : result;
        });
  }

  private static <T extends Statement> T tapped(
      Class<T> type, T statement, String prepared, Connection connection, Listener listener) {
    return proxy(
        type,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            String sql = arguments == null ? prepared : String.valueOf(arguments[0]);
            if (changes(sql)) {
              listener.before(sql, connection);
            }
          }
          return call(statement, method, arguments);
        });
  }

  private static boolean changes(String sql) {
    String start = sql.strip().toUpperCase(Locale.ROOT);
    return !start.startsWith("SELECT")
        && !(start.startsWith("PRAGMA") && start.indexOf('=') < 0 && start.indexOf('(') < 0);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
