package org.fxd.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;
import org.fxd.testkit.store.Samples.Sample;
import org.sqlite.SQLiteDataSource;

/** Files as tests need them: of our own and of others, whole and not. */
final class Databases {
  private Databases() {}

  /** Runs SQL on a file that no store has open, as any program could. */
  static void run(Path file, String... statements) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** What a query gives. */
  static long number(Path file, String query) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** Makes a project with some objects in it, gathered in the tables, closed. */
  static Path project(Path file, Sample... samples) {
    try (Store store = new SqliteStoreProvider(null).create(file)) {
      write(store, samples);
      store.checkpoint();
    }
    return file;
  }

  static void write(Store store, Sample... samples) {
    try (Batch batch = store.begin()) {
      for (Sample sample : samples) {
        sample.putInto(batch);
      }
      batch.commit();
    }
  }

  /** The names of what is in a folder. */
  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** What tells whether a file was touched: its content and when it was changed. */
  static String state(Path file) throws IOException {
    return Hash.ofContent(Files.readAllBytes(file)) + " " + Files.getLastModifiedTime(file);
  }
}
