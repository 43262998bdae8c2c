package org.fxd.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.fxd.graph.api.Hash;

/**
 * A connection that only reads. What it sees is what was committed when each call began; since
 * objects are never changed, calls need no common snapshot. Calls that read the index do: those are
 * made between {@link #pin} and {@link #unpin}. For one thread at a time.
 */
final class Reader implements AutoCloseable {
  /** A page of the index is not filled up beyond this. */
  private static final int PAGE_BYTES = 1 << 20;

  private final Statements statements;
  private boolean indexed;

  Reader(Connection connection) {
    this(new Statements(connection));
  }

  /** A reader that sees what the connection of these statements has not committed yet, too. */
  Reader(Statements statements) {
    this.statements = statements;
  }

  /** The rows of the hashes, of those that are there. */
  List<Row> rows(Set<Hash> hashes) throws SQLException, DamagedException {
    List<Row> found = new ArrayList<>(hashes.size());
    Set<Hash> wanted = new LinkedHashSet<>(hashes);
    for (Table table : Table.values()) {
      if (wanted.isEmpty()) {
        break;
      }
      int before = found.size();
      rows(table, wanted, found);
      found.subList(before, found.size()).forEach(row -> wanted.remove(row.hash()));
    }
    return found;
  }

  /** The row of a blob. */
  Optional<Row> blob(Hash hash) throws SQLException, DamagedException {
    List<Row> found = new ArrayList<>(1);
    rows(Table.VALUES, Set.of(hash), found);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /** A piece of a blob; empty if there is none of that number. */
  Optional<Encoded> piece(long value, int number) throws SQLException {
    PreparedStatement statement =
        statements.of("SELECT codec, size, data FROM pieces WHERE value = ? AND number = ?");
    statement.setLong(1, value);
    statement.setInt(2, number);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next()
          ? Optional.of(new Encoded(rows.getLong(1), rows.getLong(2), rows.getBytes(3)))
          : Optional.empty();
    }
  }

  /** The size of a blob, as its row states it. */
  OptionalLong size(Hash blob) throws SQLException {
    PreparedStatement statement = statements.of("SELECT size FROM \"values\" WHERE hash = ?");
    statement.setBytes(1, blob.bytes());
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
    }
  }

  /** What a reference holds. */
  Optional<Hash> ref(String name) throws SQLException, DamagedException {
    return ref(statements, name);
  }

  static Optional<Hash> ref(Statements statements, String name)
      throws SQLException, DamagedException {
    PreparedStatement statement = statements.of("SELECT hash FROM refs WHERE name = ?");
    statement.setString(1, name);
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        return Optional.empty();
      }
      byte[] hash = rows.getBytes(1);
      if (hash == null || hash.length != Hash.LENGTH) {
        throw new DamagedException("the reference '" + name + "' holds no hash");
      }
      return Optional.of(Hash.of(hash));
    }
  }

  /** From now on all calls see what is committed now. */
  void pin() throws SQLException {
    statements.run("BEGIN");
    // It is the first read that fixes the moment.
    hasIndex();
  }

  /** Sees again what is committed at each call. */
  void unpin() throws SQLException {
    statements.run("COMMIT");
  }

  /** The value of an entry of the index. */
  Optional<byte[]> indexValue(byte[] key) throws SQLException, DamagedException {
    if (!hasIndex()) {
      return Optional.empty();
    }
    PreparedStatement statement = statements.of("SELECT value FROM index_entries WHERE key = ?");
    statement.setBytes(1, key);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(filled(rows.getBytes(1))) : Optional.empty();
    }
  }

  /**
   * Entries of the index in order.
   *
   * @param from where to start
   * @param isIncluded whether the entry at that key belongs to it
   * @param to the key behind the last; empty for none
   * @param most how many at most
   */
  IndexPage indexPage(byte[] from, boolean isIncluded, byte[] to, int most)
      throws SQLException, DamagedException {
    if (!hasIndex()) {
      return IndexPage.NONE;
    }
    PreparedStatement statement =
        statements.of(
            "SELECT key, value FROM index_entries WHERE key "
                + (isIncluded ? ">= ?1" : "> ?1")
                + (to.length > 0 ? " AND key < ?3" : "")
                + " ORDER BY key LIMIT ?2");
    statement.setBytes(1, from);
    statement.setInt(2, most);
    if (to.length > 0) {
      statement.setBytes(3, to);
    }
    List<IndexRow> found = new ArrayList<>();
    long bytes = 0;
    try (ResultSet rows = statement.executeQuery()) {
      while (bytes < PAGE_BYTES) {
        if (!rows.next()) {
          return new IndexPage(found, found.size() < most);
        }
        IndexRow row = new IndexRow(filled(rows.getBytes(1)), filled(rows.getBytes(2)));
        found.add(row);
        bytes += row.key().length + row.value().length;
      }
    }
    return new IndexPage(found, false);
  }

  private static byte[] filled(byte[] bytes) throws DamagedException {
    if (bytes == null) {
      throw new DamagedException("an entry of the index is not whole");
    }
    return bytes;
  }

  /** Whether the file has an index; once it has, it keeps it. */
  private boolean hasIndex() throws SQLException {
    if (!indexed) {
      indexed = hasIndex(statements);
    }
    return indexed;
  }

  static boolean hasIndex(Statements statements) throws SQLException {
    PreparedStatement statement =
        statements.of("SELECT 1 FROM sqlite_schema WHERE name = '" + Schema.INDEX + "'");
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next();
    }
  }

  @Override
  public void close() throws SQLException {
    statements.close();
  }

  private void rows(Table table, Set<Hash> hashes, List<Row> found)
      throws SQLException, DamagedException {
    Iterator<Hash> rest = hashes.iterator();
    int left = hashes.size();
    while (left > 0) {
      // Walking a tree asks for one node at a time; a wide load asks for many.
      int group = left < 4 ? 1 : Table.MANY;
      PreparedStatement statement =
          statements.of(group == 1 ? table.selectOne() : table.selectMany());
      for (int i = 1; i <= group; i++) {
        statement.setBytes(i, rest.hasNext() ? rest.next().bytes() : null);
      }
      left -= group;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(row(table, hashes, rows));
        }
      }
    }
  }

  private static Row row(Table table, Set<Hash> hashes, ResultSet rows)
      throws SQLException, DamagedException {
    byte[] bytes = rows.getBytes(2);
    Hash hash = bytes == null || bytes.length != Hash.LENGTH ? Hash.ZERO : Hash.of(bytes);
    if (!hashes.contains(hash)) {
      throw new DamagedException("the index of the table " + table.sql() + " is wrong");
    }
    return new Row(
        table,
        rows.getLong(1),
        hash,
        new Encoded(rows.getLong(3), rows.getLong(4), rows.getBytes(5)));
  }
}
