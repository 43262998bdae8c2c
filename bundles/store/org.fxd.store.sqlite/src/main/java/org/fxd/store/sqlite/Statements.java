package org.fxd.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A connection with the statements prepared on it so far; for one thread at a time. */
public final class Statements implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /** Takes a connection over, with nothing prepared on it. */
  public Statements(Connection connection) {
    this.connection = connection;
  }

  /** The statement for a text, prepared at its first use. Its parameters are those of last time. */
  public PreparedStatement of(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  /** Runs a statement that has neither parameters nor an answer. */
  void run(String sql) throws SQLException {
    PreparedStatement statement = of(sql);
    boolean done = false;
    try {
      statement.executeUpdate();
      done = true;
    } finally {
      if (!done) {
        // The driver has closed it; kept, it would fail for ever.
        prepared.remove(sql);
      }
    }
  }

  /** Closes what was prepared: after some failures the driver leaves statements of no use. */
  void forget() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }

  Connection connection() {
    return connection;
  }

  /** Closes the connection, and its statements with it. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
