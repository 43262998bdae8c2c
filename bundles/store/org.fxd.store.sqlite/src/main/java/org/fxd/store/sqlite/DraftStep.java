package org.fxd.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadPoolExecutor;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.sorted.Edit;

/** Step 1: from a row for each object to frames. */
final class DraftStep implements Migration.Step {
  private static final String OLD = "old_";
  private static final int EDITS_AT_A_TIME = 100_000;

  @Override
  public String name() {
    return "from a row for each object to frames (step 1)";
  }

  @Override
  public boolean isDue(Connection connection) throws SQLException {
    try {
      Schema.check(connection, DraftSchema.tables(), Set.of(DraftSchema.INDEX));
      return true;
    } catch (DamagedException e) {
      return false; // It is in another form; whether in the present one is looked at elsewhere.
    }
  }

  @Override
  public void take(Writer writer, Progress progress) throws SQLException, DamagedException {
    Statements statements = writer.statements();
    boolean hasIndex = hasIndex(statements);
    for (String table : DraftSchema.tables().keySet()) {
      if (hasIndex || !table.equals(DraftSchema.INDEX)) {
        statements.run("ALTER TABLE \"" + table + "\" RENAME TO " + OLD + table);
      }
    }
    Schema.create(statements);
    ThreadPoolExecutor threads = Packer.threads("migration");
    try {
      TableWrite write =
          new TableWrite(
              writer,
              new Packer(threads),
              Numbers.behind(writer.reader()),
              State.of(0, 0, List.of(), List.of()),
              Moment.frames(writer.reader(), State.of(0, 0, List.of(), List.of()), Caches.empty()));
      objects(statements, write, progress);
      if (hasIndex) {
        index(statements, write);
      }
      write.finish(refs(statements));
    } finally {
      threads.shutdown();
    }
    for (String table : DraftSchema.tables().keySet()) {
      if (hasIndex || !table.equals(DraftSchema.INDEX)) {
        statements.run("DROP TABLE " + OLD + table);
      }
    }
  }

  private static boolean hasIndex(Statements statements) throws SQLException {
    try (ResultSet rows =
        statements
            .of("SELECT 1 FROM sqlite_schema WHERE name = '" + DraftSchema.INDEX + "'")
            .executeQuery()) {
      return rows.next();
    }
  }

  private static void objects(Statements statements, TableWrite write, Progress progress)
      throws SQLException, DamagedException {
    for (Table table : Table.values()) {
      String old = OLD + table.sql().replace("\"", "");
      progress.phase("updating " + table.sql().replace("\"", ""), count(statements, old));
      try (ResultSet rows =
          statements
              .of("SELECT id, hash, codec, size, data FROM " + old + " ORDER BY id")
              .executeQuery()) {
        while (rows.next()) {
          object(statements, table, rows, write);
          progress.advance(1);
        }
      }
    }
  }

  private static void object(Statements statements, Table table, ResultSet row, TableWrite write)
      throws SQLException, DamagedException {
    byte[] bytes = row.getBytes(2);
    if (bytes == null || bytes.length != Hash.LENGTH) {
      throw new DamagedException("an object of it has no hash");
    }
    Hash hash = Hash.of(bytes);
    Encoded encoded = new Encoded(row.getLong(3), row.getLong(4), row.getBytes(5));
    Hash found;
    if (table == Table.VALUES && encoded.data() == null) {
      found = large(statements, row.getLong(1), write);
    } else {
      byte[] content = Codec.unpack(encoded);
      found = Hash.ofContent(content);
      write.put(type(table, content), hash, content);
    }
    if (!found.equals(hash)) {
      throw new DamagedException("the content of " + hash + " has the hash " + found);
    }
  }

  private static ObjectType type(Table table, byte[] content) throws DamagedException {
    if (table == Table.VALUES) {
      return ObjectType.BLOB;
    }
    try {
      return ObjectType.of(content);
    } catch (IllegalArgumentException e) {
      throw new DamagedException("something in its table " + table.sql() + " is no object");
    }
  }

  private static Hash large(Statements statements, long value, TableWrite write)
      throws SQLException, DamagedException {
    try (InputStream in = new OldPieces(statements, value)) {
      return write.putCut(new byte[0], in).hash();
    } catch (IOException e) {
      throw new DamagedException("a large blob of it cannot be read: " + e.getMessage());
    }
  }

  /** The content of a large blob, a piece at a time. */
  private static final class OldPieces extends InputStream {
    private final Statements statements;
    private final long value;
    private byte[] piece = new byte[0];
    private int next;
    private int at;

    OldPieces(Statements statements, long value) {
      this.statements = statements;
      this.value = value;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (at == piece.length && !load()) {
        return -1;
      }
      int count = Math.min(length, piece.length - at);
      System.arraycopy(piece, at, target, offset, count);
      at += count;
      return count;
    }

    private boolean load() throws IOException {
      try {
        PreparedStatement statement =
            statements.of(
                "SELECT codec, size, data FROM " + OLD + "pieces WHERE value = ? AND number = ?");
        statement.setLong(1, value);
        statement.setInt(2, next++);
        try (ResultSet rows = statement.executeQuery()) {
          if (!rows.next()) {
            return false;
          }
          piece = Codec.unpack(new Encoded(rows.getLong(1), rows.getLong(2), rows.getBytes(3)));
          at = 0;
          return piece.length > 0;
        }
      } catch (SQLException | DamagedException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
  }

  private static void index(Statements statements, TableWrite write) throws SQLException {
    byte[] last = new byte[0];
    List<Edit> some = new ArrayList<>();
    do {
      some.clear();
      PreparedStatement statement =
          statements.of(
              "SELECT key, value FROM "
                  + OLD
                  + DraftSchema.INDEX
                  + " WHERE key > ? ORDER BY key LIMIT "
                  + EDITS_AT_A_TIME);
      statement.setBytes(1, last);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          last = rows.getBytes(1);
          if (last != null && last.length > 0 && last.length <= Edit.MAX_KEY) {
            byte[] value = rows.getBytes(2);
            some.add(new Edit(last, value == null ? new byte[0] : value));
          }
        }
      }
      write.index(some.iterator());
    } while (some.size() == EDITS_AT_A_TIME);
  }

  private static Map<String, Hash> refs(Statements statements)
      throws SQLException, DamagedException {
    statements.run("INSERT INTO metadata SELECT key, value FROM " + OLD + "metadata");
    statements.run("INSERT INTO metadata VALUES ('" + Schema.EPOCH + "', '0')");
    Map<String, Hash> refs = new HashMap<>();
    try (ResultSet rows = statements.of("SELECT name, hash FROM " + OLD + "refs").executeQuery()) {
      while (rows.next()) {
        byte[] hash = rows.getBytes(2);
        if (hash == null || hash.length != Hash.LENGTH) {
          throw new DamagedException("the reference '" + rows.getString(1) + "' holds no hash");
        }
        refs.put(rows.getString(1), Hash.of(hash));
      }
    }
    return refs;
  }

  private static long count(Statements statements, String table) throws SQLException {
    try (ResultSet rows = statements.of("SELECT count(*) FROM " + table).executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
