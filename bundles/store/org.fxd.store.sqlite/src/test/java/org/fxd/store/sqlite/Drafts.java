package org.fxd.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.fxd.testkit.store.Samples.Sample;

/** Files as they were before the first release: a row for each object. */
final class Drafts {
  private Drafts() {}

  /** Makes one; its reference {@code operation} is the only operation among the objects. */
  static Path make(Path file, boolean withIndex, List<Sample> samples) throws SQLException {
    try (Connection connection =
            new Connector(file, Connector.Access.WRITE).creator(Schema.PAGE_SIZE);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA application_id=" + Schema.APPLICATION_ID);
      statement.execute("PRAGMA user_version=" + Schema.FORMAT);
      for (var table : DraftSchema.tables().entrySet()) {
        if (withIndex || !table.getKey().equals(DraftSchema.INDEX)) {
          statement.execute(table.getValue());
        }
      }
      statement.execute("INSERT INTO metadata VALUES ('created', '2026-01-01T00:00:00Z')");
      for (Sample sample : samples) {
        insert(connection, sample);
      }
      statement.execute("INSERT INTO refs SELECT 'operation', hash FROM operations");
      if (withIndex) {
        statement.execute("INSERT INTO index_entries VALUES (x'6b', x'76'), (x'6b6b', x'')");
      }
    }
    return file;
  }

  private static void insert(Connection connection, Sample sample) throws SQLException {
    Table table = Table.of(sample.type());
    boolean typed = table == Table.NODES;
    boolean cut = sample.bytes().length > Schema.PIECE_SIZE;
    Encoded row = cut ? new Encoded(0, sample.bytes().length, null) : Codec.pack(sample.bytes());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO "
                + table.sql()
                + (typed
                    ? " (hash, codec, size, data, type) VALUES (?, ?, ?, ?, ?)"
                    : " (hash, codec, size, data) VALUES (?, ?, ?, ?)"))) {
      insert.setBytes(1, sample.hash().bytes());
      insert.setLong(2, row.codec());
      insert.setLong(3, row.size());
      insert.setBytes(4, row.data());
      if (typed) {
        insert.setInt(5, sample.type().code());
      }
      insert.executeUpdate();
    }
    for (int from = 0, number = 0; cut && from < sample.bytes().length; number++) {
      int to = Math.min(sample.bytes().length, from + Schema.PIECE_SIZE);
      Encoded piece = Codec.pack(Arrays.copyOfRange(sample.bytes(), from, to));
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO pieces SELECT max(id), ?, ?, ?, ? FROM \"values\"")) {
        insert.setInt(1, number);
        insert.setLong(2, piece.codec());
        insert.setLong(3, piece.size());
        insert.setBytes(4, piece.data());
        insert.executeUpdate();
      }
      from = to;
    }
  }
}
