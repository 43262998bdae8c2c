package org.fxd.benchmarks.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.fxd.graph.api.Hash;
import org.sqlite.SQLiteConfig;

/** What one would write without FXD: a row for each text, through the same driver. */
final class RawDatabase implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement text;
  private final PreparedStatement entry;
  private final PreparedStatement history;
  private final PreparedStatement change;
  private int texts;

  /** How SQLite is set up. */
  enum Mode {
    /** As most do: a write-ahead log, which need not be on the disk. */
    WAL("page_size=4096", "journal_mode=wal", "synchronous=NORMAL"),
    /** The same with large pages. */
    WAL_16K("page_size=16384", "journal_mode=wal", "synchronous=NORMAL"),
    /** SQLite's own defaults. */
    JOURNAL("page_size=4096", "journal_mode=delete", "synchronous=FULL"),
    /** As FXD has it while it is open. */
    WAL_FULL("page_size=4096", "journal_mode=wal", "synchronous=FULL");

    private final String[] pragmas;

    Mode(String... pragmas) {
      this.pragmas = pragmas;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Opens a database, which is made if it is not there. */
  RawDatabase(Path file, Mode mode) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    // Else the driver asks SQLite for the number of each row that is inserted: twice the work.
    config.setGetGeneratedKeys(false);
    connection = config.createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      for (String pragma : mode.pragmas) {
        statement.execute("PRAGMA " + pragma);
      }
      statement.execute(
          "CREATE TABLE IF NOT EXISTS texts (id INTEGER PRIMARY KEY, path TEXT, text TEXT)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS history (id INTEGER PRIMARY KEY, time INTEGER, what TEXT)");
    }
    connection.setAutoCommit(false);
    text = connection.prepareStatement("INSERT INTO texts VALUES (?, ?, ?)");
    entry = connection.prepareStatement("INSERT INTO entries VALUES (?, ?)");
    history = connection.prepareStatement("INSERT INTO history VALUES (NULL, ?, ?)");
    change = connection.prepareStatement("UPDATE texts SET text = ? WHERE id = ?");
  }

  /** Writes all texts in one transaction, with entries of an index and one row of history. */
  void save(RealCode code, List<Recorder.Row> rows) throws SQLException {
    for (RealCode.File file : code.files()) {
      for (String each : file.texts()) {
        text.setInt(1, ++texts);
        text.setString(2, file.path());
        text.setString(3, each);
        text.executeUpdate();
      }
    }
    for (Recorder.Row row : rows) {
      entry.setBytes(1, row.key());
      entry.setBytes(2, row.value());
      entry.executeUpdate();
    }
    record("save");
    connection.commit();
  }

  private void record(String what) throws SQLException {
    history.setLong(1, System.currentTimeMillis());
    history.setString(2, what);
    history.executeUpdate();
  }

  /**
   * Reads all texts, and hashes each.
   *
   * @return how many characters there are
   */
  long load() throws SQLException {
    MessageDigest digest = Hash.newDigest();
    byte[] sum = new byte[1];
    long length = 0;
    try (PreparedStatement select =
            connection.prepareStatement("SELECT id, path, text FROM texts");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        byte[] bytes = rows.getBytes(3);
        sum[0] ^= digest.digest(bytes)[0];
        length += new String(bytes, StandardCharsets.UTF_8).length();
      }
    }
    return length;
  }

  /** How many texts were written. */
  int texts() {
    return texts;
  }

  /** Changes one text, in a transaction of its own. */
  void change(int id, String to) throws SQLException {
    change.setString(1, to);
    change.setInt(2, id);
    change.executeUpdate();
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
