package org.fxd.benchmarks.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Tells what in a file takes how much room. */
final class TableSizes {
  private static final String[] TABLES = {
    "transactions", "nodes", "\"values\"", "commits", "operations", "pieces"
  };

  private TableSizes() {}

  /** Prints a remark for each table; nobody may have the file open. */
  static void report(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        String sums =
            "SELECT count(*), coalesce(sum(length(data)), 0), coalesce(sum(size), 0) FROM ";
        try (ResultSet row = statement.executeQuery(sums + table)) {
          if (row.getLong(1) > 0) {
            Report.note(
                "%s: %,d rows of %,.2f MB, %,.2f MB before compression",
                table, row.getLong(1), row.getLong(2) / 1e6, row.getLong(3) / 1e6);
          }
        }
      }
      String runs =
          "SELECT space, count(DISTINCT runs.id), count(*), sum(length(data)) FROM runs JOIN blocks"
              + " ON run = runs.id GROUP BY space";
      try (ResultSet row = statement.executeQuery(runs)) {
        while (row.next()) {
          Report.note(
              "%s: %,d runs, %,d blocks of %,.2f MB",
              row.getLong(1) == 1 ? "where objects are" : "index",
              row.getLong(2),
              row.getLong(3),
              row.getLong(4) / 1e6);
        }
      }
    }
  }
}
