package org.fxd.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.sqlite.SQLiteErrorCode;

/** The one connection that writes. For whoever has the {@link Pen}. */
final class Writer implements AutoCloseable {
  /** However many a damaged tree seems to have: so a statement has an end. */
  private static final int ROWS_AT_A_TIME = 1000;

  private static final String CHECKPOINT = "wal_checkpoint(TRUNCATE)";

  private final Statements statements;
  private boolean inTransaction;

  Writer(Connection connection) {
    this.statements = new Statements(connection);
  }

  Statements statements() {
    return statements;
  }

  /**
   * Turns the file to a write-ahead log, so that readers need not wait. A file at rest has none: it
   * is one file, which opens in a folder that cannot be written to.
   */
  void useLog() throws SQLException {
    journalMode("wal");
  }

  /**
   * Moves everything into the file itself and removes the log.
   *
   * @return whether it could: not while another process reads the file
   */
  boolean dropLog() throws SQLException {
    checkpoint();
    try {
      journalMode("delete");
      return true;
    } catch (SQLException e) {
      int code = e.getErrorCode() & 0xff;
      if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
        return false;
      }
      throw e;
    }
  }

  /** Moves everything from the log into the file, as far as readers let it. */
  void checkpoint() throws SQLException {
    try {
      Connector.pragma(statements.connection(), CHECKPOINT);
    } catch (SQLException e) {
      if ((e.getErrorCode() & 0xff) != SQLiteErrorCode.SQLITE_LOCKED.code) {
        throw e;
      }
      // A connection that has gone from a log and back to one, as for a migration, takes itself to
      // be within a transaction until a statement ends: this one has.
      Connector.pragma(statements.connection(), CHECKPOINT);
    }
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

  /** Reads what is committed and what is not; for the thread that writes. */
  Reader reader() {
    return new Reader(statements);
  }

  void insertTransaction(long id, long checksum, Encoded row) throws SQLException {
    PreparedStatement statement =
        statements.of(
            "INSERT INTO transactions (id, checksum, codec, size, data) VALUES (?, ?, ?, ?, ?)");
    statement.setLong(1, id);
    statement.setLong(2, checksum);
    bind(statement, 3, row);
    statement.executeUpdate();
  }

  void deleteTransactions(long upTo) throws SQLException {
    delete("DELETE FROM transactions WHERE id <= ?", upTo);
  }

  void insertFrame(Table table, long number, Encoded row) throws SQLException {
    insert(
        "INSERT INTO " + table.sql() + " (id, codec, size, data) VALUES (?, ?, ?, ?)", number, row);
  }

  void deleteFrame(Table table, long number) throws SQLException {
    delete("DELETE FROM " + table.sql() + " WHERE id = ?", number);
  }

  void insertPiece(long number, Encoded row) throws SQLException {
    insert("INSERT INTO pieces (id, codec, size, data) VALUES (?, ?, ?, ?)", number, row);
  }

  /** Gives room that is free in the file back to the system, so many pages at most. */
  void vacuum(int pages) throws SQLException {
    // Each page is a step of the statement; only a statement that is not prepared takes them all.
    try (Statement statement = statements.connection().createStatement()) {
      statement.executeUpdate("PRAGMA incremental_vacuum(" + pages + ")");
    }
  }

  /** Deletes pieces from one number on, up to another that is not deleted. */
  void deletePieces(long from, long to) throws SQLException {
    while (deletePieces(from, to, ROWS_AT_A_TIME) == ROWS_AT_A_TIME) {
      // More are there.
    }
  }

  /**
   * Deletes some pieces from one number on, up to another that is not deleted.
   *
   * @param most how many
   * @return how many there were
   */
  int deletePieces(long from, long to, int most) throws SQLException {
    PreparedStatement statement =
        statements.of(
            "DELETE FROM pieces WHERE id IN"
                + " (SELECT id FROM pieces WHERE id >= ? AND id < ? ORDER BY id LIMIT ?)");
    statement.setLong(1, from);
    statement.setLong(2, to);
    statement.setInt(3, most);
    return statement.executeUpdate();
  }

  /** Sets references; removes those whose hash is zero. */
  void setRefs(Map<String, Hash> refs) throws SQLException {
    for (Map.Entry<String, Hash> ref : refs.entrySet()) {
      if (ref.getValue().equals(Hash.ZERO)) {
        PreparedStatement statement = statements.of("DELETE FROM refs WHERE name = ?");
        statement.setString(1, ref.getKey());
        statement.executeUpdate();
      } else {
        PreparedStatement statement =
            statements.of(
                "INSERT INTO refs (name, hash) VALUES (?, ?)"
                    + " ON CONFLICT (name) DO UPDATE SET hash = excluded.hash");
        statement.setString(1, ref.getKey());
        statement.setBytes(2, ref.getValue().bytes());
        statement.executeUpdate();
      }
    }
  }

  /** Sets what concerns the file as a whole. */
  void setMetadatum(String key, String value) throws SQLException {
    PreparedStatement statement =
        statements.of(
            "INSERT INTO metadata (key, value) VALUES (?, ?)"
                + " ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    statement.setString(1, key);
    statement.setString(2, value);
    statement.executeUpdate();
  }

  /** Says that it is changed what stands where. */
  void setEpoch(long epoch) throws SQLException {
    setMetadatum(Schema.EPOCH, Long.toString(epoch));
  }

  @Override
  public void close() throws SQLException {
    statements.close();
  }

  private void insert(String sql, long number, Encoded row) throws SQLException {
    PreparedStatement statement = statements.of(sql);
    statement.setLong(1, number);
    bind(statement, 2, row);
    statement.executeUpdate();
  }

  private void delete(String sql, long number) throws SQLException {
    PreparedStatement statement = statements.of(sql);
    statement.setLong(1, number);
    statement.executeUpdate();
  }

  private void journalMode(String mode) throws SQLException {
    String now = Connector.pragma(statements.connection(), "journal_mode=" + mode);
    if (!now.equals(mode)) {
      throw new SQLException("its journal mode stays '" + now + "'");
    }
  }

  private static void bind(PreparedStatement statement, int at, Encoded row) throws SQLException {
    statement.setLong(at, row.codec());
    statement.setLong(at + 1, row.size());
    statement.setBytes(at + 2, row.data());
  }
}
