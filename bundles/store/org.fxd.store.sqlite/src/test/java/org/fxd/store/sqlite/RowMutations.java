package org.fxd.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.frame.FrameType;
import org.fxd.store.sqlite.frame.FrameWriter;
import org.fxd.store.sqlite.sorted.Edit;
import org.fxd.store.sqlite.sorted.RunWriter;
import org.fxd.store.sqlite.sorted.RunWriter.BuiltBlock;
import org.fxd.store.sqlite.sorted.Space;
import org.fxd.testkit.store.Samples.Sample;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/**
 * Files whose rows are others, in a database that SQLite finds whole. What stands behind a checksum
 * or a compression is changed, too, and gets the right checksum.
 */
final class RowMutations {
  private static final List<String> ENCODED =
      List.of("transactions", "nodes", "\"values\"", "commits", "operations", "pieces", "blocks");

  private static final List<String> VALUES =
      List.of(
          "NULL",
          "-1",
          "0",
          "1",
          "2",
          "3",
          "1.5",
          "'text'",
          "''",
          "x''",
          "x'00'",
          "x'0102030405'",
          "2147483647",
          "2147483648",
          "4294967296",
          "67108864",
          "67108865",
          "17592186044415",
          "17592186044416",
          "281474976710656",
          "4611686018427387904",
          "9223372036854775807",
          "9223372032559808511",
          "-9223372036854775808",
          "zeroblob(32)",
          "zeroblob(70000)",
          "randomblob(40)",
          "printf('%.70000c', 'x')");

  private final Connection connection;
  private final Random random;
  private final List<Sample> samples;

  private RowMutations(Connection connection, Random random, List<Sample> samples) {
    this.connection = connection;
    this.random = random;
    this.samples = samples;
  }

  /** Changes some rows of a file. */
  static void on(Path file, Random random, List<Sample> samples) throws Exception {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    try (Connection connection = source.getConnection()) {
      RowMutations mutations = new RowMutations(connection, random, samples);
      mutations.run("PRAGMA synchronous=OFF", "PRAGMA writable_schema=ON");
      // What the tables do not take is put into them all the same, as a hostile program could.
      Map<Long, String> schema = mutations.loosen();
      mutations.run("PRAGMA writable_schema=RESET", "BEGIN");
      for (int left = 1 + random.nextInt(3); left > 0; left--) {
        mutations.attempt();
      }
      mutations.run("COMMIT", "PRAGMA writable_schema=ON");
      mutations.tighten(schema);
    }
  }

  private Map<Long, String> loosen() throws SQLException {
    Map<Long, String> schema = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT rowid, sql FROM sqlite_schema")) {
      while (rows.next()) {
        schema.put(rows.getLong(1), rows.getString(2));
      }
    }
    run(
        "UPDATE sqlite_schema SET sql = replace(replace(replace(sql,"
            + " ') STRICT, WITHOUT ROWID', ') WITHOUT ROWID'), ') STRICT', ')'), ' NOT NULL', '')");
    return schema;
  }

  private void tighten(Map<Long, String> schema) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?")) {
      for (Map.Entry<Long, String> row : schema.entrySet()) {
        update.setString(1, row.getValue());
        update.setLong(2, row.getKey());
        update.executeUpdate();
      }
    }
  }

  private void run(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void attempt() throws Exception {
    try {
      once();
    } catch (SQLException e) {
      int code = e.getErrorCode() & 0xff;
      if (code != SQLiteErrorCode.SQLITE_MISMATCH.code
          && code != SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
        throw e;
      } // Numbers of rows can be nothing else, and none can be there twice.
    }
  }

  private void once() throws Exception {
    boolean isDraft = exists("index_entries");
    switch (random.nextInt(isDraft ? 5 : 12)) {
      case 0, 1 -> column();
      case 2 -> rows();
      case 3, 4 -> inner(one(isDraft ? List.of("nodes", "\"values\"") : ENCODED));
      case 5, 6 -> inner("transactions");
      case 7 -> transaction();
      case 8 -> places();
      case 9 -> cutBlob();
      case 10 -> bomb();
      default -> many();
    }
  }

  private boolean exists(String table) throws SQLException {
    return number("SELECT count(*) FROM sqlite_schema WHERE name = '" + table + "'") > 0;
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private List<String> strings(String sql) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }

  private <T> T one(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private String table() throws SQLException {
    return '"' + one(strings("SELECT name FROM sqlite_schema WHERE type = 'table'")) + '"';
  }

  private String column(String table) throws SQLException {
    return one(columns(table));
  }

  private List<String> columns(String table) throws SQLException {
    return strings("SELECT name FROM pragma_table_info('" + table.replace("\"", "") + "')");
  }

  /** A row, or some, of a table, by one of its columns: not all tables have numbers of rows. */
  private String where(String table) throws SQLException {
    String key = columns(table).get(0);
    return " WHERE "
        + key
        + (random.nextInt(4) == 0 ? " >= " : " = ")
        + "(SELECT "
        + key
        + " FROM "
        + table
        + " LIMIT 1 OFFSET "
        + random.nextInt((int) Math.max(1, number("SELECT count(*) FROM " + table)))
        + ')';
  }

  /** One value of a row is another. */
  private void column() throws SQLException {
    String table = table();
    String column = column(table);
    String value =
        switch (random.nextInt(4)) {
          case 0 -> "(SELECT " + column + " FROM " + table + " ORDER BY random() LIMIT 1)";
          case 1 -> "CAST(" + column + " AS INTEGER) + " + (random.nextInt(5) - 2);
          default -> one(VALUES);
        };
    run("UPDATE OR IGNORE " + table + " SET " + column + " = " + value + where(table));
  }

  /** Rows are gone, or stand where others stood, or stand twice. */
  private void rows() throws SQLException {
    String table = table();
    switch (random.nextInt(4)) {
      case 0 -> run("DELETE FROM " + table + where(table));
      case 1 -> {
        String other = one(List.of("nodes", "\"values\"", "commits", "operations", "pieces"));
        String columns = "(id, codec, size, data)";
        String id = one(List.of("id", "id + 1", "-id", "id + 1000", "(SELECT max(id) FROM nodes)"));
        if (!exists("index_entries")) {
          run(
              "INSERT OR REPLACE INTO nodes "
                  + columns
                  + " SELECT "
                  + id
                  + ", codec, size, data"
                  + " FROM "
                  + other
                  + where(other));
        }
      }
      case 2 -> {
        if (exists("runs")) {
          run(
              "INSERT OR IGNORE INTO runs SELECT id + "
                  + (1 + random.nextInt(3))
                  + ", space, "
                  + one(List.of("rank", "1", "id"))
                  + ", entries, bytes FROM runs"
                  + where("runs"));
        }
      }
      default -> {
        if (exists("blocks")) {
          run(
              "UPDATE OR IGNORE blocks SET run = "
                  + one(List.of("run + 1", "run - 1", "-1", "1000", "281474976710656"))
                  + where("blocks"));
        }
      }
    }
  }

  /** What is compressed in a row is other, and compressed again. */
  private void inner(String table) throws Exception {
    String where = where(table).replace(" >= ", " = ");
    Encoded row;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT codec, size, data FROM " + table + where)) {
      if (!rows.next()) {
        return;
      }
      row = new Encoded(rows.getLong(1), rows.getLong(2), rows.getBytes(3));
    }
    byte[] content;
    try {
      content = Codec.unpack(row);
    } catch (DamagedException e) {
      return;
    }
    put(table, where, Noise.on(content, random));
  }

  private void put(String table, String where, byte[] content) throws SQLException {
    Codec codec = one(List.of(Codec.values()));
    byte[] data = codec.encode(content);
    long size = random.nextInt(12) == 0 ? content.length + random.nextInt(3) - 1 : content.length;
    boolean isChecked = table.equals("transactions");
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE "
                + table
                + " SET codec = ?, size = ?, data = ?"
                + (isChecked ? ", checksum = " + TransactionCodec.checksum(content) : "")
                + where)) {
      update.setInt(1, data == content ? 0 : codec.code());
      update.setLong(2, size);
      update.setBytes(3, data);
      update.executeUpdate();
    }
  }

  /** A transaction that can be read and says what none does. */
  private void transaction() throws SQLException {
    List<LooseObject> objects = new ArrayList<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      Sample content = one(samples);
      Hash hash = random.nextInt(5) == 0 ? Hash.ZERO : one(samples).hash();
      objects.add(new LooseObject(one(List.of(ObjectType.values())), hash, content.bytes()));
    }
    Map<String, Hash> refs = new TreeMap<>();
    for (int left = random.nextInt(3); left > 0; left--) {
      String name = one(List.of("", "a\0b", "operation", "x".repeat(70_000), "branch 1", "\ud800"));
      refs.put(name, random.nextBoolean() ? Hash.ZERO : one(samples).hash());
    }
    List<Edit> index = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      byte[] key = ("key 3" + i).getBytes(StandardCharsets.UTF_8);
      index.add(new Edit(key, random.nextBoolean() ? null : new byte[random.nextInt(100_000)]));
    }
    byte[] content =
        TransactionCodec.encode(LooseTransaction.of(1, objects, refs, index, 2_000_000));
    put("transactions", where("transactions").replace(" >= ", " = "), content);
    if (random.nextInt(6) == 0) {
      run("UPDATE transactions SET id = id + " + one(VALUES.subList(1, 6)));
    }
    if (random.nextInt(6) == 0) {
      run(
          "UPDATE transactions SET id = id + 9223372036854775807 - (SELECT max(id) FROM transactions)");
    }
  }

  /** Where objects are is said otherwise, in a run that is well-formed. */
  private void places() throws SQLException {
    long run = number("SELECT id FROM runs WHERE space = 1 ORDER BY random() LIMIT 1");
    List<Edit> entries = new ArrayList<>();
    for (Sample sample : samples) {
      byte[] key = ObjectFinder.keyBytes(ObjectFinder.key(sample.hash()));
      for (int left = random.nextInt(30) == 0 ? 100 : random.nextInt(3); left > 0; left--) {
        entries.add(new Edit(random.nextInt(40) == 0 ? new byte[3] : key, place()));
      }
    }
    entries.sort((a, b) -> Arrays.compareUnsigned(a.key(), b.key()));
    List<BuiltBlock> blocks = new ArrayList<>();
    RunWriter writer = new RunWriter(Space.OBJECTS, blocks::add);
    for (Edit entry : entries) {
      writer.add(entry);
    }
    RunWriter.Totals totals = writer.finish();
    run("DELETE FROM blocks WHERE run = " + run);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO blocks (run, first, codec, size, data) VALUES (?, ?, ?, ?, ?)")) {
      for (BuiltBlock block : blocks) {
        insert.setLong(1, run);
        insert.setBytes(2, block.first());
        insert.setLong(3, block.data().codec());
        insert.setLong(4, block.data().size());
        insert.setBytes(5, block.data().data());
        insert.executeUpdate();
      }
    }
    if (random.nextBoolean()) {
      run("UPDATE runs SET entries = " + totals.entries() + " WHERE id = " + run);
    }
  }

  private byte[] place() {
    byte[] value =
        Place.encode(
            new Place(one(List.of(Table.values())), random.nextInt(30), random.nextInt(12), false)
                    .packed()
                | (random.nextInt(6) == 0 ? 7 : 0));
    if (random.nextInt(10) == 0) {
      random.nextBytes(value);
    }
    return random.nextInt(100) == 0 ? new byte[random.nextInt(12)] : value;
  }

  /** A cut blob whose pieces are anywhere. */
  private void cutBlob() throws SQLException {
    FrameWriter writer = new FrameWriter();
    for (int left = 3; left > 0; left--) {
      long size =
          one(List.of(0L, 1L << 20, (1L << 20) + 1, 5L << 20, 1L << 40, Long.MAX_VALUE, -1L));
      long first = one(List.of(-1L, 0L, 1L, 2L, 3L, 1000L, Long.MAX_VALUE - 1));
      writer.add(
          random.nextInt(5) == 0 ? 0 : FrameType.CUT_BLOB,
          new CutBlob(size, first, one(samples).hash()).encode());
    }
    put("\"values\"", where("\"values\"").replace(" >= ", " = "), writer.finish());
  }

  /** A few bytes that say they are many. */
  private void bomb() throws SQLException {
    int size = one(List.of(4 << 20, 4 << 20, 17 << 20, 64 << 20));
    byte[] content = new byte[size];
    content[0] = 1;
    String table = one(ENCODED);
    put(table, where(table).replace(" >= ", " = "), content);
  }

  /** More rows than there can be. */
  private void many() throws SQLException {
    int count = one(List.of(300, 1_000, 70_000));
    String all =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT " + count + ") ";
    switch (random.nextInt(6)) {
      case 0 -> {
        byte[] empty = {1, 0, 0, 0};
        run(
            all
                + "INSERT OR IGNORE INTO transactions SELECT i + (SELECT coalesce(max(id), 0) FROM"
                + " transactions), "
                + TransactionCodec.checksum(empty)
                + ", 0, 4, x'01000000' FROM n");
      }
      case 1 -> run(all + "INSERT OR IGNORE INTO runs SELECT i, 1 + i % 2, 1, 0, 0 FROM n");
      case 2 -> run(all + "INSERT OR IGNORE INTO refs SELECT 'ref ' || i, zeroblob(32) FROM n");
      case 3 -> run(all + "INSERT OR IGNORE INTO metadata SELECT 'key ' || i, 'value' FROM n");
      case 4 ->
          run(all + "INSERT OR IGNORE INTO blocks SELECT i + 1000, i, x'00', 0, 0, x'' FROM n");
      default -> run(all + "INSERT OR IGNORE INTO pieces SELECT i * 1000, 0, 1, x'00' FROM n");
    }
  }
}
