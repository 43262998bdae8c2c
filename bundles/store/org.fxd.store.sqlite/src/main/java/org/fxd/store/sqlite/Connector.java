package org.fxd.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens connections to one file, all with the same care: the file is a stranger's until it is
 * checked, so nothing in its schema may run code of ours, and no value may be larger than we write.
 */
final class Connector {
  private static final int BUSY_MILLIS = 5_000;

  /** Rows hold up to {@link Codec#MAX_SIZE} bytes of data and a little more. */
  private static final int MAX_ROW = Codec.MAX_SIZE + (1 << 16);

  /**
   * More steps than it takes SQLite to read our schema, many times over. One whose pages lead to
   * each other, or which has no end, would have it read for ever, and fill the memory.
   */
  private static final int SCHEMA_STEPS = 20_000;

  private static final ProgressHandler NO_FURTHER =
      new ProgressHandler() {
        @Override
        protected int progress() {
          return 1;
        }
      };

  private final String url;
  private final Access access;
  private final Tap tap;

  /** What may be done to the file. */
  enum Access {
    /** Read and write. */
    WRITE,
    /** Read; others may write meanwhile, with SQLite's locks between us. */
    READ,
    /** Read a file that no one changes, touching nothing beside it. */
    FROZEN
  }

  Connector(Path file, Access access) {
    this(file, access, Tap.NONE);
  }

  /**
   * Opens connections to a file.
   *
   * @param tap given each connection that writes
   */
  Connector(Path file, Access access, Tap tap) {
    this.url =
        "jdbc:sqlite:"
            + file.toUri().toASCIIString()
            + (access == Access.FROZEN ? "?immutable=1" : "");
    this.access = access;
    this.tap = tap;
  }

  Access access() {
    return access;
  }

  /** A connection for a reader; it refuses to write. */
  Connection reader() throws SQLException {
    Connection connection = open(config(), "cache_size=-2048");
    return configured(connection, "query_only=ON");
  }

  /** A connection for the writer. In WAL mode, only {@code synchronous=FULL} waits for the disk. */
  Connection writer(Durability durability) throws SQLException {
    return configured(
        tap.on(open(config(), "cache_size=-8192")),
        // Of use on macOS alone, where to sync is not enough for the disk to write.
        "fullfsync=ON",
        "checkpoint_fullfsync=ON",
        "wal_autocheckpoint=1000",
        "journal_size_limit=4194304",
        "synchronous=" + durability.synchronous());
  }

  /** A connection that reads, and may attach one other database: the copy that it makes. */
  Connection copier() throws SQLException {
    SQLiteConfig config = config();
    config.setPragma(Pragma.LIMIT_ATTACHED, "1");
    return tap.on(open(config, "cache_size=-2048"));
  }

  /**
   * A connection that makes a new, empty database at the path.
   *
   * @param pageSize must be a power of two
   */
  Connection creator(int pageSize) throws SQLException {
    SQLiteConfig config = config();
    config.setOpenMode(SQLiteOpenMode.CREATE);
    return tap.on(
        open(config, "page_size=" + pageSize, "auto_vacuum=INCREMENTAL", "encoding='UTF-8'"));
  }

  /** Runs a pragma and gives the text of its answer, empty if it has none. */
  static String pragma(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute("PRAGMA " + pragma)) {
        return "";
      }
      try (ResultSet rows = statement.getResultSet()) {
        return rows.next() ? String.valueOf(rows.getString(1)) : "";
      }
    }
  }

  private SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    if (access != Access.WRITE) {
      config.setReadOnly(true);
    }
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setBusyTimeout(BUSY_MILLIS);
    // Else the driver asks for the number of the row after each that is inserted.
    config.setGetGeneratedKeys(false);
    config.setPragma(Pragma.LIMIT_LENGTH, Integer.toString(MAX_ROW));
    config.setPragma(Pragma.LIMIT_SQL_LENGTH, "100000");
    config.setPragma(Pragma.LIMIT_ATTACHED, "0");
    config.setPragma(Pragma.LIMIT_TRIGGER_DEPTH, "1");
    config.setPragma(Pragma.LIMIT_WORKER_THREADS, "0");
    return config;
  }

  private Connection open(SQLiteConfig config, String... pragmas) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    Connection connection = source.getConnection();
    SQLiteConnection own = connection.unwrap(SQLiteConnection.class);
    ProgressHandler.setHandler(own, SCHEMA_STEPS, NO_FURTHER);
    configured(
        connection,
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "mmap_size=0",
        "temp_store=MEMORY",
        "synchronous=FULL"); // The first that needs the schema, which is read with it.
    ProgressHandler.clearHandler(own);
    return configured(connection, pragmas);
  }

  private static Connection configured(Connection connection, String... pragmas)
      throws SQLException {
    boolean done = false;
    try {
      for (String pragma : pragmas) {
        pragma(connection, pragma);
      }
      done = true;
      return connection;
    } finally {
      if (!done) {
        connection.close();
      }
    }
  }
}
