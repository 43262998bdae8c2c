package org.fxd.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.fxd.graph.api.Hash;

/**
 * A connection that reads. Between {@link #pin} and {@link #unpin} all that it sees is of one
 * moment. For one thread at a time.
 */
final class Reader implements AutoCloseable {
  /** No file has more; a larger number is damage. */
  private static final int LONGEST_NAME = 1 << 16;

  private final Statements statements;

  Reader(Connection connection) {
    this(new Statements(connection));
  }

  /** A reader that sees what the connection of these statements has not committed yet, too. */
  Reader(Statements statements) {
    this.statements = statements;
  }

  Statements statements() {
    return statements;
  }

  /** From now on all is as it is now. */
  void pin() throws SQLException {
    statements.run("BEGIN");
  }

  /** Sees again what is committed at each call. */
  void unpin() throws SQLException {
    statements.run("COMMIT");
  }

  /** How often it was changed what stands where. */
  long epoch() throws SQLException, DamagedException {
    try (ResultSet rows =
        statements
            .of("SELECT value FROM metadata WHERE key = '" + Schema.EPOCH + "'")
            .executeQuery()) {
      String text = rows.next() ? rows.getString(1) : null;
      if (text == null || !text.matches("\\d{1,18}")) {
        throw new DamagedException("its metadatum '" + Schema.EPOCH + "' is no number");
      }
      return Long.parseLong(text);
    }
  }

  /** A frame as it stands in its row. */
  Optional<Encoded> frame(Table table, long number) throws SQLException {
    return encoded("SELECT codec, size, data FROM " + table.sql() + " WHERE id = ?", number);
  }

  /** A piece of a large blob. */
  Optional<Encoded> piece(long number) throws SQLException {
    return encoded("SELECT codec, size, data FROM pieces WHERE id = ?", number);
  }

  private Optional<Encoded> encoded(String sql, long number) throws SQLException {
    PreparedStatement statement = statements.of(sql);
    statement.setLong(1, number);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next()
          ? Optional.of(new Encoded(rows.getLong(1), rows.getLong(2), rows.getBytes(3)))
          : Optional.empty();
    }
  }

  /** What a reference holds, without what the transactions say that stand by themselves. */
  Optional<Hash> ref(String name) throws SQLException, DamagedException {
    PreparedStatement statement = statements.of("SELECT hash FROM refs WHERE name = ?");
    statement.setString(1, name);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(hash(name, rows.getBytes(1))) : Optional.empty();
    }
  }

  /** Is told of references. */
  @FunctionalInterface
  interface RefSink {
    void accept(String name, Hash hash);
  }

  /** Tells all references, as {@link #ref} does. */
  void refs(RefSink sink) throws SQLException, DamagedException {
    try (ResultSet rows =
        statements
            .of("SELECT name, hash FROM refs WHERE length(name) <= " + LONGEST_NAME)
            .executeQuery()) {
      while (rows.next()) {
        sink.accept(rows.getString(1), hash(rows.getString(1), rows.getBytes(2)));
      }
    }
  }

  private static Hash hash(String name, byte[] hash) throws DamagedException {
    if (hash == null || hash.length != Hash.LENGTH) {
      throw new DamagedException("the reference '" + name + "' holds no hash");
    }
    return Hash.of(hash);
  }

  /** Is told of transactions. */
  @FunctionalInterface
  interface TransactionSink {
    void accept(LooseTransaction transaction) throws DamagedException;
  }

  /** Tells the transactions behind one, in order. */
  void transactions(long after, TransactionSink sink) throws SQLException, DamagedException {
    PreparedStatement statement =
        statements.of(
            "SELECT id, checksum, codec, size, data FROM transactions WHERE id > ? ORDER BY id");
    statement.setLong(1, after);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        long id = rows.getLong(1);
        byte[] content =
            Codec.unpack(new Encoded(rows.getLong(3), rows.getLong(4), rows.getBytes(5)));
        if (TransactionCodec.checksum(content) != rows.getLong(2)) {
          throw new DamagedException("the transaction " + id + " does not have its checksum");
        }
        sink.accept(TransactionCodec.decode(id, content));
      }
    }
  }

  /** The highest number of a row; 0 if there is none. */
  long highest(String table) throws SQLException {
    try (ResultSet rows =
        statements.of("SELECT coalesce(max(id), 0) FROM " + table).executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The numbers of all rows of a table, in order. */
  long[] ids(String table) throws SQLException {
    long[] ids = new long[64];
    int count = 0;
    try (ResultSet rows =
        statements.of("SELECT id FROM " + table + " ORDER BY id").executeQuery()) {
      while (rows.next()) {
        if (count == ids.length) {
          ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = rows.getLong(1);
      }
    }
    return Arrays.copyOf(ids, count);
  }

  /** How many rows a table has. */
  long count(String table) throws SQLException {
    try (ResultSet rows = statements.of("SELECT count(*) FROM " + table).executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** A number that SQLite knows of the file, such as {@code page_count}. */
  long pragma(String name) throws SQLException {
    try (ResultSet rows = statements.of("PRAGMA " + name).executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  @Override
  public void close() throws SQLException {
    statements.close();
  }
}
