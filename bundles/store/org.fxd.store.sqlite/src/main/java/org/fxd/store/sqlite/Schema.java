package org.fxd.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Format 2: the tables of a {@code .fxd} file, with the reason of each kept in the file itself.
 *
 * <p>These texts are a part of the format. A file is opened only if its schema has them to the
 * letter and nothing else: what is not there (a trigger, a view, an index on an expression) cannot
 * run. So a change of one blank here is a new format.
 */
final class Schema {
  /** "FXD " in ASCII: what {@code file(1)} and we know a file by. */
  static final int APPLICATION_ID = 0x46584420;

  /** {@code user_version} of the files this class describes. */
  static final int FORMAT = 2;

  static final int PAGE_SIZE = 4096;

  /** The content of a larger blob stands in pieces of this many bytes, the last one of fewer. */
  static final int PIECE_SIZE = 1 << 20;

  /** The table of the index. Files that were made before there was one do not have it. */
  static final String INDEX = "index_entries";

  private static final Map<String, String> TABLES =
      new TreeMap<>(
          Map.of(
              "metadata",
              """
              CREATE TABLE metadata (
                -- What concerns the file as a whole. Small, read by people, never hashed.
                key TEXT PRIMARY KEY,
                value TEXT NOT NULL
              ) STRICT, WITHOUT ROWID""",
              "refs",
              """
              CREATE TABLE refs (
                -- What moves: a name and the hash it stands for now. All else in the file only grows.
                name TEXT PRIMARY KEY,
                hash BLOB NOT NULL
              ) STRICT, WITHOUT ROWID""",
              "nodes",
              """
              CREATE TABLE nodes (
                -- Nodes of the graph and chunks of wide ones. Their own table, since they are many and
                -- small and a walk reads nothing else. In the order written, which is the order read.
                id INTEGER PRIMARY KEY,
                hash BLOB NOT NULL UNIQUE, -- SHA-256 of the content: equal subtrees are stored once
                type INTEGER NOT NULL, -- 1 node, 2 chunk
                codec INTEGER NOT NULL, -- 0 raw, 1 deflate, 2 zstd
                size INTEGER NOT NULL, -- of the content, so that a reader knows how much room to make
                data BLOB NOT NULL
              ) STRICT""",
              "values",
              """
              CREATE TABLE "values" (
                -- Contents of files and large values (blobs): bare bytes, away from the nodes that
                -- name them, so that walking the graph does not touch them.
                id INTEGER PRIMARY KEY,
                hash BLOB NOT NULL UNIQUE, -- SHA-256 of the content: equal contents are stored once
                codec INTEGER NOT NULL, -- 0 raw, 1 deflate, 2 zstd
                size INTEGER NOT NULL, -- of the content
                data BLOB -- NULL: the content stands in pieces
              ) STRICT""",
              "pieces",
              """
              CREATE TABLE pieces (
                -- The content of a value over 1048576 bytes, cut after every 1048576th byte, so that
                -- nobody needs to hold all of it.
                value INTEGER NOT NULL, -- values.id
                number INTEGER NOT NULL, -- from 0
                codec INTEGER NOT NULL,
                size INTEGER NOT NULL,
                data BLOB NOT NULL,
                UNIQUE (value, number)
              ) STRICT""",
              "commits",
              """
              CREATE TABLE commits (
                -- Commits, apart from the nodes: a log reads these and nothing else.
                id INTEGER PRIMARY KEY,
                hash BLOB NOT NULL UNIQUE,
                codec INTEGER NOT NULL,
                size INTEGER NOT NULL,
                data BLOB NOT NULL
              ) STRICT""",
              "operations",
              """
              CREATE TABLE operations (
                -- The operation log: one row for every transaction, the newest last. What undo needs.
                id INTEGER PRIMARY KEY,
                hash BLOB NOT NULL UNIQUE,
                codec INTEGER NOT NULL,
                size INTEGER NOT NULL,
                data BLOB NOT NULL
              ) STRICT""",
              INDEX,
              """
              CREATE TABLE index_entries (
                -- What things are found by: derived data, sorted by key, which can be made again
                -- from the objects if it is lost.
                key BLOB PRIMARY KEY, -- 1 to 1024 bytes
                value BLOB NOT NULL
              ) STRICT, WITHOUT ROWID"""));

  private Schema() {}

  /** The statement that makes the table of the index. */
  static String index() {
    return TABLES.get(INDEX);
  }

  /** The statements that make the tables. */
  static List<String> statements() {
    return List.copyOf(TABLES.values());
  }

  /**
   * Compares the schema of an open database with this one. It may lack the table of the index.
   *
   * @throws DamagedException if they differ in anything
   */
  static void check(Connection connection) throws SQLException, DamagedException {
    Map<String, String> missing = new TreeMap<>(TABLES);
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT type, name, tbl_name, substr(sql, 1, 4000) FROM sqlite_schema LIMIT 100")) {
      while (rows.next()) {
        String type = rows.getString(1);
        String name = rows.getString(2);
        String sql = rows.getString(4);
        if ("table".equals(type) && sql != null && sql.equals(missing.get(name))) {
          missing.remove(name);
        } else if (!isOwnIndex(type, name, rows.getString(3), sql)) {
          throw new DamagedException(
              "its " + brief(type) + " '" + brief(name) + "' is none that FXD makes");
        }
      }
    }
    missing.remove(INDEX);
    if (!missing.isEmpty()) {
      throw new DamagedException("it has no table " + String.join(", ", missing.keySet()));
    }
  }

  /** The indexes that SQLite makes for UNIQUE have no text of their own. */
  private static boolean isOwnIndex(String type, String name, String table, String sql) {
    return "index".equals(type)
        && sql == null
        && TABLES.containsKey(table)
        && ("sqlite_autoindex_" + table + "_1").equals(name);
  }

  private static String brief(String text) {
    return text == null ? "nameless thing" : text.substring(0, Math.min(60, text.length()));
  }
}
