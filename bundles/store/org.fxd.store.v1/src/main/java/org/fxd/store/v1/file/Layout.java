package org.fxd.store.v1.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which of the format's tables a file has. Only an ordinary table counts: not a view of that name,
 * nor a virtual table, whose reading would run what the file says. And only an ordinary column: not
 * one that is computed when it is read.
 */
final class Layout {
  private static final Pattern PLAIN =
      Pattern.compile("CREATE\\s+TABLE\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Path file;
  private final Connection connection;

  Layout(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Whether there is a table with some columns.
   *
   * @param table a name that needs no quotes
   * @throws org.fxd.graph.api.error.StoreException if there is something else of that name
   */
  boolean has(String table, List<String> columns) throws SQLException {
    if (!isThere(table)) {
      return false;
    }
    Set<String> plain = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA main.table_xinfo(" + table + ")")) {
      while (rows.next()) {
        if (rows.getInt("hidden") == 0) {
          plain.add(rows.getString("name").toLowerCase(Locale.ROOT));
        }
      }
    }
    for (String column : columns) {
      if (!plain.contains(column)) {
        throw Refusal.notVersionOne(file, "its table " + table + " has no plain column " + column);
      }
    }
    return true;
  }

  private boolean isThere(String table) throws SQLException {
    boolean there = false;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT type, name, rootpage, sql FROM main.sqlite_schema")) {
      while (rows.next()) {
        String name = rows.getString("name");
        if (name == null || !name.equalsIgnoreCase(table)) {
          continue;
        }
        String sql = rows.getString("sql");
        if (there
            || !"table".equals(rows.getString("type"))
            || rows.getLong("rootpage") <= 0
            || sql == null
            || !PLAIN.matcher(sql).matches()) {
          throw Refusal.notVersionOne(file, "its " + table + " is not an ordinary table");
        }
        there = true;
      }
    }
    return there;
  }
}
