package org.fxd.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
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

  /** The key of the metadatum that is counted up with every change of what stands where. */
  static final String EPOCH = "epoch";

  private static final SortedMap<String, String> TABLES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "metadata",
                  """
              CREATE TABLE metadata (
                -- What concerns the file as a whole. Small, read by people, never hashed.
                key TEXT PRIMARY KEY,
                value TEXT NOT NULL
              ) STRICT, WITHOUT ROWID"""),
              Map.entry(
                  "refs",
                  """
              CREATE TABLE refs (
                -- What moves: a name and the hash that it stands for. What the rows of transactions say
                -- comes on top.
                name TEXT PRIMARY KEY,
                hash BLOB NOT NULL
              ) STRICT, WITHOUT ROWID"""),
              Map.entry(
                  "transactions",
                  """
              CREATE TABLE transactions (
                -- The last transactions, one row each: an everyday one writes a page or two and touches
                -- nothing else. They are gathered into the tables below now and then.
                id INTEGER PRIMARY KEY, -- in the order of time
                checksum INTEGER NOT NULL, -- CRC-32C of the content
                codec INTEGER NOT NULL, -- 0 raw, 1 deflate, 2 zstd
                size INTEGER NOT NULL, -- of the content, so that a reader knows how much room to make
                data BLOB NOT NULL
              ) STRICT"""),
              Map.entry(
                  "nodes",
                  """
              CREATE TABLE nodes (
                -- Nodes of the graph and chunks of wide ones, many side by side in a frame: what is alike
                -- is compressed together, and what was written together is read together.
                id INTEGER PRIMARY KEY, -- no two frames of a file have one number
                codec INTEGER NOT NULL, -- 0 raw, 1 deflate, 2 zstd
                size INTEGER NOT NULL, -- of the frame, before it was encoded
                data BLOB NOT NULL
              ) STRICT"""),
              Map.entry(
                  "values",
                  """
              CREATE TABLE "values" (
                -- Contents of files and large values (blobs), in frames, away from the nodes that name
                -- them, so that walking the graph does not touch them.
                id INTEGER PRIMARY KEY, -- no two frames of a file have one number
                codec INTEGER NOT NULL, -- 0 raw, 1 deflate, 2 zstd
                size INTEGER NOT NULL, -- of the frame, before it was encoded
                data BLOB NOT NULL
              ) STRICT"""),
              Map.entry(
                  "commits",
                  """
              CREATE TABLE commits (
                -- Commits, in frames, apart from the nodes: a log reads these and nothing else.
                id INTEGER PRIMARY KEY, -- no two frames of a file have one number
                codec INTEGER NOT NULL, -- 0 raw, 1 deflate, 2 zstd
                size INTEGER NOT NULL, -- of the frame, before it was encoded
                data BLOB NOT NULL
              ) STRICT"""),
              Map.entry(
                  "operations",
                  """
              CREATE TABLE operations (
                -- The operation log, in frames: what undo needs.
                id INTEGER PRIMARY KEY, -- no two frames of a file have one number
                codec INTEGER NOT NULL, -- 0 raw, 1 deflate, 2 zstd
                size INTEGER NOT NULL, -- of the frame, before it was encoded
                data BLOB NOT NULL
              ) STRICT"""),
              Map.entry(
                  "pieces",
                  """
              CREATE TABLE pieces (
                -- The content of a blob over 1048576 bytes, cut after every 1048576th byte, so that
                -- nobody needs to hold all of it. Where it begins stands in a frame of values.
                id INTEGER PRIMARY KEY,
                codec INTEGER NOT NULL,
                size INTEGER NOT NULL,
                data BLOB NOT NULL
              ) STRICT"""),
              Map.entry(
                  "runs",
                  """
              CREATE TABLE runs (
                -- Sorted lists of keys and values, written once and never changed: where objects are,
                -- and the index. Where two have a key, the newer one counts. Several are made one now
                -- and then.
                id INTEGER PRIMARY KEY, -- never used again
                space INTEGER NOT NULL, -- 1 where objects are, by their hashes; 2 the index
                rank INTEGER NOT NULL, -- the higher, the newer: the id, or the highest of those made one
                entries INTEGER NOT NULL,
                bytes INTEGER NOT NULL -- of the data of its blocks
              ) STRICT"""),
              Map.entry(
                  "blocks",
                  """
              CREATE TABLE blocks (
                -- The entries of the runs, hundreds in a block: a row for each would cost more than the
                -- entries do.
                id INTEGER PRIMARY KEY,
                run INTEGER NOT NULL, -- runs.id
                first BLOB NOT NULL, -- the first key in it
                codec INTEGER NOT NULL,
                size INTEGER NOT NULL,
                data BLOB NOT NULL,
                UNIQUE (run, first)
              ) STRICT""")));

  private Schema() {}

  /** Makes the tables, in an open transaction. */
  static void create(Statements statements) throws SQLException {
    for (String table : statements()) {
      statements.run(table);
    }
  }

  /** The statements that make the tables. */
  static List<String> statements() {
    return List.copyOf(TABLES.values());
  }

  /**
   * Compares the schema of an open database with this one.
   *
   * @throws DamagedException if they differ in anything
   */
  static void check(Connection connection) throws SQLException, DamagedException {
    check(connection, TABLES, Set.of());
  }

  /**
   * Compares the schema of an open database with some tables.
   *
   * @param optional the names of those that may be missing
   * @throws DamagedException if they differ in anything else
   */
  static void check(Connection connection, Map<String, String> tables, Set<String> optional)
      throws SQLException, DamagedException {
    Map<String, String> missing = new TreeMap<>(tables);
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT substr(type, 1, 100), substr(name, 1, 100), substr(tbl_name, 1, 100),"
                    + " substr(sql, 1, 4000) FROM sqlite_schema LIMIT 100")) {
      while (rows.next()) {
        String type = rows.getString(1);
        String name = rows.getString(2);
        String sql = rows.getString(4);
        if ("table".equals(type) && sql != null && sql.equals(missing.get(name))) {
          missing.remove(name);
        } else if (!isOwnIndex(type, name, rows.getString(3), sql, tables)) {
          throw new DamagedException(
              "its " + brief(type) + " '" + brief(name) + "' is none that FXD makes");
        }
      }
    }
    missing.keySet().removeAll(optional);
    if (!missing.isEmpty()) {
      throw new DamagedException("it has no table " + String.join(", ", missing.keySet()));
    }
  }

  /** The indexes that SQLite makes for UNIQUE have no text of their own. */
  private static boolean isOwnIndex(
      String type, String name, String table, String sql, Map<String, String> tables) {
    return "index".equals(type)
        && sql == null
        && tables.containsKey(table)
        && ("sqlite_autoindex_" + table + "_1").equals(name);
  }

  private static String brief(String text) {
    return text == null ? "nameless thing" : text.substring(0, Math.min(60, text.length()));
  }
}
