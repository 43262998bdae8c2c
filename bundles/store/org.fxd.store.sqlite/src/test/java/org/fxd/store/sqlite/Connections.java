package org.fxd.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections to files of a test's own tables, opened as the store opens them. */
public final class Connections {
  private Connections() {}

  /** Makes a file with tables, and gives what writes to it. */
  public static Statements writer(Path file, String... tables) throws SQLException {
    Connector connector = new Connector(file, Connector.Access.WRITE);
    try (Connection connection = connector.creator(Schema.PAGE_SIZE);
        Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.executeUpdate(table);
      }
    }
    return new Statements(connector.writer(Durability.FULL));
  }

  /** What reads a file. */
  public static Statements reader(Path file) throws SQLException {
    return new Statements(new Connector(file, Connector.Access.READ).reader());
  }
}
