package org.fxd.store.v1.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** Connections to files of version 1. */
final class Connections {
  /** The longest column, in bytes. */
  static final int MAX_COLUMN = 256 * 1024 * 1024;

  private Connections() {}

  /** What is done with a connection before all else. */
  interface First {
    /** Does it. */
    void with(Connection connection) throws SQLException;
  }

  /**
   * A connection that reads a stranger's file. SQLite neither locks it nor looks beside it, so the
   * file must be at rest.
   *
   * @param first is given the connection before anything is read
   */
  static Connection reader(Path file, First first) throws SQLException {
    SQLiteConfig config = config();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setReadOnly(true);
    config.setOpenMode(SQLiteOpenMode.OPEN_URI);
    config.setPragma(Pragma.LIMIT_ATTACHED, "0");
    config.setPragma(Pragma.LIMIT_TRIGGER_DEPTH, "1");
    config.setPragma(Pragma.LIMIT_FUNCTION_ARG, "2");
    config.setPragma(Pragma.LIMIT_SQL_LENGTH, "100000");
    return open(
        config,
        first,
        file.toUri().toASCIIString() + "?immutable=1",
        "query_only=ON",
        "cache_size=-8192");
  }

  /**
   * A connection that fills a new file. It waits for no disk and undoes nothing: until the file is
   * complete and synced as a whole, it is nobody's.
   */
  static Connection creator(Path file) throws SQLException {
    SQLiteConfig config = config();
    config.setSynchronous(SynchronousMode.OFF);
    return open(config, connection -> {}, file.toString(), "encoding='UTF-8'", "journal_mode=OFF");
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setPragma(Pragma.LIMIT_LENGTH, Integer.toString(MAX_COLUMN));
    config.setPragma(Pragma.LIMIT_WORKER_THREADS, "0");
    return config;
  }

  private static Connection open(SQLiteConfig config, First first, String url, String... pragmas)
      throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + url);
    Connection connection = source.getConnection();
    boolean done = false;
    try (Statement statement = connection.createStatement()) {
      first.with(connection);
      for (String pragma :
          new String[] {
            "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "temp_store=MEMORY"
          }) {
        statement.execute("PRAGMA " + pragma);
      }
      for (String pragma : pragmas) {
        statement.execute("PRAGMA " + pragma);
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
