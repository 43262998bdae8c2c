package org.fxd.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.sorted.Run;
import org.fxd.store.sqlite.sorted.Space;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that reads. Between {@link #pin} and {@link #unpin} all that it sees is of one
 * moment. For one thread at a time.
 */
final class Reader implements AutoCloseable {
  /** No reference has a longer name, in bytes. */
  private static final int LONGEST_NAME = 1 << 16;

  /** FXD makes a few; more are someone's wish to fill our memory. */
  private static final int MOST_REFS = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

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
    try {
      statements.run("COMMIT");
    } catch (SQLException e) {
      // Something that was read is damaged, and was told: SQLite tells it again, though there was
      // nothing to be committed. Mostly it has ended the transaction all the same.
      LOG.debug("Ending a transaction that only read failed", e);
      statements.forget();
      try {
        statements.run("ROLLBACK");
      } catch (SQLException ended) {
        LOG.debug("It had ended", ended);
      }
    }
  }

  /** How often it was changed what stands where. */
  long epoch() throws SQLException {
    return Epoch.of(epochText());
  }

  /** The same as it stands in the file; null if it does not. */
  String epochText() throws SQLException {
    try (ResultSet rows =
        statements
            .of("SELECT substr(value, 1, 20) FROM metadata WHERE key = '" + Schema.EPOCH + "'")
            .executeQuery()) {
      return rows.next() ? rows.getString(1) : null;
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

    /** One cannot be read. */
    default void damaged(DamagedException why) throws DamagedException {
      throw why;
    }
  }

  /** Tells all references, as {@link #ref} does. */
  void refs(RefSink sink) throws SQLException, DamagedException {
    byte[] last = new byte[0];
    int count = 0;
    try (ResultSet rows =
        statements
            .of(
                "SELECT substr(CAST(name AS BLOB), 1, "
                    + (LONGEST_NAME + 1)
                    + "), hash FROM refs ORDER BY name")
            .executeQuery()) {
      while (rows.next()) {
        byte[] name = rows.getBytes(1);
        if (name == null || count > 0 && Arrays.compareUnsigned(last, name) >= 0) {
          throw new DamagedException("its references are in no order");
        }
        if (++count > MOST_REFS) {
          throw new DamagedException("it has more references than " + MOST_REFS);
        }
        last = name;
        try {
          if (name.length > LONGEST_NAME) {
            throw new DamagedException("a reference has a name that is too long");
          }
          String text = new String(name, StandardCharsets.UTF_8);
          sink.accept(text, hash(text, rows.getBytes(2)));
        } catch (DamagedException e) {
          sink.damaged(e);
        }
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
        sink.accept(transaction(rows));
      }
    }
  }

  /** One transaction. */
  Optional<LooseTransaction> transaction(long id) throws SQLException, DamagedException {
    PreparedStatement statement =
        statements.of("SELECT id, checksum, codec, size, data FROM transactions WHERE id = ?");
    statement.setLong(1, id);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(transaction(rows)) : Optional.empty();
    }
  }

  private static LooseTransaction transaction(ResultSet row) throws SQLException, DamagedException {
    long id = row.getLong(1);
    try {
      TransactionCodec.requireSize(row.getLong(4));
      byte[] content = Codec.unpack(new Encoded(row.getLong(3), row.getLong(4), row.getBytes(5)));
      if (TransactionCodec.checksum(content) != row.getLong(2)) {
        throw new DamagedException("it does not have its checksum");
      }
      return TransactionCodec.decode(id, content);
    } catch (DamagedException e) {
      throw new DamagedException("transaction " + id + " is damaged: " + e.getMessage());
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

  /** The highest number of a run that has blocks; 0 if there is none. */
  long highestRunOfBlocks() throws SQLException {
    try (ResultSet rows =
        statements.of("SELECT coalesce(max(run), 0) FROM blocks").executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * A run that has blocks and is none of some.
   *
   * @param known the numbers of runs
   */
  OptionalLong strayBlock(Set<Long> known) throws SQLException, DamagedException {
    PreparedStatement next =
        statements.of("SELECT run FROM blocks WHERE run > ? ORDER BY run LIMIT 1");
    long last = Long.MIN_VALUE;
    while (true) {
      next.setLong(1, last);
      try (ResultSet rows = next.executeQuery()) {
        if (!rows.next()) {
          return OptionalLong.empty();
        }
        long run = rows.getLong(1);
        if (!known.contains(run)) {
          return OptionalLong.of(run);
        }
        if (run <= last) {
          throw new DamagedException("its blocks are in no order");
        }
        last = run;
      }
    }
  }

  /** The numbers of all rows of a table, in order. */
  long[] ids(String table) throws SQLException, DamagedException {
    LongStream.Builder ids = LongStream.builder();
    ids(table, false, ids);
    return ids.build().toArray();
  }

  /**
   * Tells the numbers of all rows of a table.
   *
   * @param down whether the highest comes first
   */
  void ids(String table, boolean down, LongConsumer sink) throws SQLException, DamagedException {
    String sql = "SELECT id FROM " + table + " ORDER BY id" + (down ? " DESC" : "");
    try (ResultSet rows = statements.of(sql).executeQuery()) {
      boolean first = true;
      long last = 0;
      while (rows.next()) {
        long id = rows.getLong(1);
        if (!first && (down ? id >= last : id <= last)) {
          // A tree that leads twice to the same rows may do so for ever.
          throw new DamagedException("its table " + table + " is in no order");
        }
        first = false;
        last = id;
        sink.accept(id);
      }
    }
  }

  /** Is told of metadata. */
  @FunctionalInterface
  interface MetadataSink {
    void accept(String key, String value) throws SQLException;
  }

  /** Tells the metadata, but for those that nobody writes. */
  void metadata(MetadataSink sink) throws SQLException {
    try (ResultSet rows =
        statements
            .of(
                "SELECT key, value FROM (SELECT key, value FROM metadata LIMIT 100)"
                    + " WHERE length(key) < 100 AND length(value) < 10000")
            .executeQuery()) {
      while (rows.next()) {
        sink.accept(rows.getString(1), rows.getString(2));
      }
    }
  }

  /** What the row of a run says; empty if it is missing or of a space that is not known. */
  Optional<Run> run(long id) throws SQLException {
    PreparedStatement statement =
        statements.of("SELECT space, rank, entries, bytes FROM runs WHERE id = ?");
    statement.setLong(1, id);
    try (ResultSet rows = statement.executeQuery()) {
      if (rows.next()) {
        for (Space space : Space.values()) {
          if (space.number() == rows.getLong(1)) {
            return Optional.of(
                new Run(id, space, rows.getLong(2), rows.getLong(3), rows.getLong(4)));
          }
        }
      }
      return Optional.empty();
    }
  }

  /** What stands in the row of a transaction. */
  Optional<Encoded> transactionRow(long id) throws SQLException {
    return encoded("SELECT codec, size, data FROM transactions WHERE id = ?", id);
  }

  /** How many rows a table has, if there are no more than some. */
  long count(String table, int most) throws SQLException {
    try (ResultSet rows =
        statements
            .of("SELECT count(*) FROM (SELECT 1 FROM " + table + " LIMIT " + most + ")")
            .executeQuery()) {
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
