package org.fxd.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes entries into the index, many with one statement: what a row costs is the way into SQLite
 * and back, not the row.
 */
final class IndexTable implements IndexBuffer.Sink {
  /** How many entries one statement writes; more make it no faster. */
  private static final int MANY = 32;

  private static final String PUT_ONE = put(1);
  private static final String PUT_MANY = put(MANY);
  private static final String REMOVE_ONE = remove(1);
  private static final String REMOVE_MANY = remove(MANY);

  private final Statements statements;
  private final List<IndexRow> puts = new ArrayList<>(MANY);
  private final List<byte[]> removals = new ArrayList<>(MANY);

  IndexTable(Statements statements) {
    this.statements = statements;
  }

  /** Makes sure that there is the table: files of earlier days have none. */
  void require() throws SQLException {
    if (!Reader.hasIndex(statements)) {
      try (Statement statement = statements.connection().createStatement()) {
        statement.executeUpdate(Schema.index());
      }
    }
  }

  /** Takes an entry, whose key comes once before the next {@link #finish}. */
  @Override
  public void accept(byte[] key, byte[] value) throws SQLException {
    if (value == null) {
      removals.add(key);
      if (removals.size() == MANY) {
        removeAll(REMOVE_MANY, removals);
        removals.clear();
      }
    } else {
      puts.add(new IndexRow(key, value));
      if (puts.size() == MANY) {
        putAll(PUT_MANY, puts);
        puts.clear();
      }
    }
  }

  /** Writes what is left. */
  void finish() throws SQLException {
    for (IndexRow row : puts) {
      putAll(PUT_ONE, List.of(row));
    }
    puts.clear();
    for (byte[] key : removals) {
      removeAll(REMOVE_ONE, List.of(key));
    }
    removals.clear();
  }

  private void putAll(String sql, List<IndexRow> rows) throws SQLException {
    PreparedStatement statement = statements.of(sql);
    int at = 1;
    for (IndexRow row : rows) {
      statement.setBytes(at++, row.key());
      statement.setBytes(at++, row.value());
    }
    statement.executeUpdate();
  }

  private void removeAll(String sql, List<byte[]> keys) throws SQLException {
    PreparedStatement statement = statements.of(sql);
    int at = 1;
    for (byte[] key : keys) {
      statement.setBytes(at++, key);
    }
    statement.executeUpdate();
  }

  private static String put(int rows) {
    return "INSERT INTO index_entries (key, value) VALUES "
        + String.join(", ", Collections.nCopies(rows, "(?, ?)"))
        + " ON CONFLICT (key) DO UPDATE SET value = excluded.value";
  }

  private static String remove(int rows) {
    return "DELETE FROM index_entries WHERE key IN ("
        + String.join(", ", Collections.nCopies(rows, "?"))
        + ")";
  }
}
