package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.store.sqlite.Connector.Access;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the folder when, and what the format promises of the file. */
class FileShapeTest {
  private static final Sample ONE = Samples.of(ObjectType.NODE, "one");

  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);

  @Test
  void aClosedProjectIsOneFile() throws IOException {
    Path file = folder.resolve("x.fxd");
    try (Store store = provider.create(file)) {
      assertEquals(List.of("x.fxd", "x.fxd.holder", "x.fxd.lock"), Databases.names(folder));
      Databases.write(store, ONE);
      assertEquals(
          List.of("x.fxd", "x.fxd-shm", "x.fxd-wal", "x.fxd.holder", "x.fxd.lock"),
          Databases.names(folder));
    }
    assertEquals(List.of("x.fxd"), Databases.names(folder));
  }

  @Test
  void theHeaderIsAsTheFormatSays() throws IOException {
    Path file = Databases.project(folder.resolve("x.fxd"), ONE);
    Header header = Header.read(file).orElseThrow();
    assertEquals(4096, header.pageSize());
    assertEquals(2, header.userVersion());
    assertEquals(0x46584420, header.applicationId());
    assertFalse(header.isWal());
    assertEquals(Files.size(file), header.expectedBytes());
    byte[] bytes = Files.readAllBytes(file);
    assertEquals("FXD ", new String(bytes, 68, 4, StandardCharsets.US_ASCII));
    // Incremental vacuum: the largest root page is set, and so is the flag.
    assertFalse(Arrays.equals(new byte[4], Arrays.copyOfRange(bytes, 52, 56)));
    assertArrayEquals(new byte[] {0, 0, 0, 1}, Arrays.copyOfRange(bytes, 64, 68));
  }

  @Test
  void readingLeavesTheFileAsItIs() throws IOException {
    Sample large = Samples.lines(1, 3_000_000);
    Path file = Databases.project(folder.resolve("x.fxd"), ONE, large);
    String before = Databases.state(file);
    try (Store store = provider.open(file)) {
      store.get(List.of(ONE.hash(), large.hash(), Hash.ZERO));
      assertEquals(large.hash(), Samples.hashOf(store.open(large.hash()).orElseThrow()));
      store.ref("operation");
    }
    assertEquals(before, Databases.state(file));
  }

  @Test
  void equalContentIsStoredOnce() throws IOException {
    Sample large = Samples.noise(1, 2_000_000);
    Path file = Databases.project(folder.resolve("x.fxd"), large);
    long before = Files.size(file);
    try (Store store = provider.open(file)) {
      for (int i = 0; i < 5; i++) {
        try (var batch = store.begin()) {
          batch.putBlob(large.stream());
          batch.commit();
        }
      }
    }
    // The pieces were written before it was known that they are not needed; their room is reused.
    assertTrue(Files.size(file) < 2.2 * before, Files.size(file) + " from " + before);
  }

  @Test
  void textIsCompressed() throws IOException {
    Sample text = Samples.lines(1, 5_000_000);
    Path file = Databases.project(folder.resolve("x.fxd"), text);
    assertTrue(Files.size(file) < 2_000_000, "size " + Files.size(file));
  }

  @Test
  void theWriterWaitsForTheDiskAndStrangersRunNothing() throws SQLException {
    Path file = Databases.project(folder.resolve("x.fxd"), ONE);
    try (Connection writer = new Connector(file, Access.WRITE).writer(Durability.FULL)) {
      assertEquals("2", Connector.pragma(writer, "synchronous"));
      assertEquals("0", Connector.pragma(writer, "trusted_schema"));
      assertEquals("1", Connector.pragma(writer, "cell_size_check"));
      assertEquals("2", Connector.pragma(writer, "auto_vacuum"));
      assertEquals("4096", Connector.pragma(writer, "page_size"));
      assertEquals("UTF-8", Connector.pragma(writer, "encoding"));
    }
    try (Connection reader = new Connector(file, Access.WRITE).reader()) {
      assertEquals("1", Connector.pragma(reader, "query_only"));
      assertEquals("0", Connector.pragma(reader, "trusted_schema"));
    }
  }
}
