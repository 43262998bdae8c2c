package org.fxd.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.ObjectType;
import org.sqlite.SQLiteErrorCode;

/** The one connection that writes. For one thread at a time; the store sees to that. */
final class Writer implements AutoCloseable {
  private final Statements statements;
  private boolean inTransaction;

  Writer(Connection connection) {
    this.statements = new Statements(connection);
  }

  /**
   * Turns the file to a write-ahead log, so that readers need not wait. A file at rest has none: it
   * is one file, which opens in a folder that cannot be written to.
   */
  void useLog() throws SQLException {
    journalMode("wal");
  }

  /** Moves everything into the file itself and removes the log. No other connection may be open. */
  void dropLog() throws SQLException {
    journalMode("delete");
  }

  void begin() throws SQLException {
    rollback();
    statements.run("BEGIN IMMEDIATE");
    inTransaction = true;
  }

  /** When this returns, the transaction is on the disk. */
  void commit() throws SQLException {
    statements.run("COMMIT");
    inTransaction = false;
  }

  /** Undoes what was not committed; SQLite has done so already after some failures. */
  void rollback() throws SQLException {
    if (inTransaction) {
      statements.forget();
      try {
        statements.run("ROLLBACK");
      } catch (SQLException e) {
        if (e.getErrorCode() != SQLiteErrorCode.SQLITE_ERROR.code) {
          throw e;
        }
        // "No transaction is active": the failure that brought us here has rolled it back.
        statements.forget();
      }
      inTransaction = false;
    }
  }

  /** Lets the file grow to so many pages and no further. */
  void limit(long pages) throws SQLException {
    Connector.pragma(statements.connection(), "max_page_count=" + pages);
  }

  boolean has(Table table, Hash hash) throws SQLException {
    PreparedStatement statement = statements.of("SELECT 1 FROM " + table.sql() + " WHERE hash = ?");
    statement.setBytes(1, hash.bytes());
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next();
    }
  }

  void insert(ObjectType type, Hash hash, Encoded encoded) throws SQLException {
    Table table = Table.of(type);
    boolean typed = table == Table.NODES;
    PreparedStatement statement =
        statements.of(
            typed
                ? "INSERT INTO nodes (hash, codec, size, data, type) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING"
                : "INSERT INTO "
                    + table.sql()
                    + " (hash, codec, size, data) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
    bind(statement, 1, hash, encoded);
    if (typed) {
      statement.setInt(5, type.code());
    }
    statement.executeUpdate();
  }

  /** Reads what is committed and what is not; for the thread that writes. */
  Reader reader() {
    return new Reader(statements);
  }

  /** The number of the next blob. */
  long nextValue() throws SQLException {
    try (ResultSet rows =
        statements.of("SELECT coalesce(max(id), 0) + 1 FROM \"values\"").executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  void insertPiece(long value, int number, Encoded encoded) throws SQLException {
    PreparedStatement statement =
        statements.of(
            "INSERT INTO pieces (value, number, codec, size, data) VALUES (?, ?, ?, ?, ?)");
    statement.setLong(1, value);
    statement.setInt(2, number);
    statement.setLong(3, encoded.codec());
    statement.setLong(4, encoded.size());
    statement.setBytes(5, encoded.data());
    statement.executeUpdate();
  }

  void deletePieces(long value) throws SQLException {
    PreparedStatement statement = statements.of("DELETE FROM pieces WHERE value = ?");
    statement.setLong(1, value);
    statement.executeUpdate();
  }

  /** The row of a blob whose content stands in pieces. */
  void insertCut(long value, Hash hash, long size) throws SQLException {
    PreparedStatement statement =
        statements.of(
            "INSERT INTO \"values\" (hash, codec, size, data, id) VALUES (?, ?, ?, ?, ?)");
    bind(statement, 1, hash, new Encoded(Codec.RAW.code(), size, null));
    statement.setLong(5, value);
    statement.executeUpdate();
  }

  Optional<Hash> ref(String name) throws SQLException, DamagedException {
    return Reader.ref(statements, name);
  }

  /** Sets a reference, or removes it if the hash is zero. */
  void setRef(String name, Hash hash) throws SQLException {
    if (hash.equals(Hash.ZERO)) {
      PreparedStatement statement = statements.of("DELETE FROM refs WHERE name = ?");
      statement.setString(1, name);
      statement.executeUpdate();
    } else {
      PreparedStatement statement =
          statements.of(
              "INSERT INTO refs (name, hash) VALUES (?, ?)"
                  + " ON CONFLICT (name) DO UPDATE SET hash = excluded.hash");
      statement.setString(1, name);
      statement.setBytes(2, hash.bytes());
      statement.executeUpdate();
    }
  }

  /** The table of the index; for one transaction. */
  IndexTable index() {
    return new IndexTable(statements);
  }

  @Override
  public void close() throws SQLException {
    statements.close();
  }

  private void journalMode(String mode) throws SQLException {
    String now = Connector.pragma(statements.connection(), "journal_mode=" + mode);
    if (!now.equals(mode)) {
      throw new SQLException("its journal mode stays '" + now + "'");
    }
  }

  private static void bind(PreparedStatement statement, int at, Hash hash, Encoded encoded)
      throws SQLException {
    statement.setBytes(at, hash.bytes());
    statement.setLong(at + 1, encoded.codec());
    statement.setLong(at + 2, encoded.size());
    statement.setBytes(at + 3, encoded.data());
  }
}
