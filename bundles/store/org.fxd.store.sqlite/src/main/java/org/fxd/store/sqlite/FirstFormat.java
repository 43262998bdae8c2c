package org.fxd.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Knows a file of format 1, which has neither an application id nor a version, by its tables. */
final class FirstFormat {
  private FirstFormat() {}

  /** Looks without touching: not even a journal beside the file is heeded. */
  static boolean isAt(Path file) throws SQLException {
    try (Connection connection = new Connector(file, Connector.Access.FROZEN).reader();
        Statement statement = connection.createStatement();
        ResultSet columns =
            statement.executeQuery(
                "SELECT count(*) FROM pragma_table_info('nodes')"
                    + " WHERE name IN ('id', 'parent_id', 'key_name', 'value_json')")) {
      return columns.next() && columns.getInt(1) == 4;
    }
  }
}
