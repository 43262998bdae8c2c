package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.store.sqlite.Connector.Access;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index within the file. */
class IndexTableTest {
  private static final Sample ONE = Samples.of(ObjectType.NODE, "one");
  private static final byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);
  private static final byte[] VALUE = "value".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);

  @Test
  void aFileWithoutTheTableHasAnEmptyIndexAndIsLeftAsItIs() throws Exception {
    Path file = fileOfEarlierDays();
    String before = Databases.state(file);
    try (Store store = provider.open(file)) {
      assertEmpty(store);
    }
    assertEquals(before, Databases.state(file));
  }

  @Test
  void aFileWithoutTheTableThatCanOnlyBeReadHasAnEmptyIndex() throws Exception {
    Path file = fileOfEarlierDays();
    try (Reader reader = new Reader(new Connector(file, Access.FROZEN).reader())) {
      reader.pin();
      assertEquals(Optional.empty(), reader.indexValue(KEY));
      assertTrue(reader.indexPage(KEY, true, new byte[0], 10).isLast());
      reader.unpin();
    }
  }

  @Test
  void theFirstEntryMakesTheTable() throws Exception {
    Path file = fileOfEarlierDays();
    try (Store store = provider.open(file)) {
      Databases.write(store, Samples.of(ObjectType.NODE, "two"));
      assertEmpty(store);
      try (Batch batch = store.begin()) {
        batch.index(KEY, VALUE);
      }
      assertEmpty(store);
      store.index(
          index -> {
            put(store, KEY, VALUE);
            assertEquals(Optional.empty(), index.get(KEY), "from after its moment");
            return null;
          });
      assertHasKey(store);
    }
    try (Store store = provider.open(file)) {
      assertHasKey(store);
    }
    Path fresh = Databases.project(folder.resolve("fresh.fxd"), ONE);
    assertEquals(schema(fresh), schema(file));
  }

  @Test
  void aTableOfThatNameThatIsNotOursIsRefused() throws Exception {
    Path file = fileOfEarlierDays();
    Databases.run(file, "CREATE TABLE index_entries (key, value)");
    StoreException failure = assertThrows(StoreException.class, () -> provider.open(file));
    assertTrue(failure.getMessage().contains("'index_entries' is none"), failure.getMessage());
  }

  @Test
  void closingEndsAQuery() throws IOException {
    for (boolean written : new boolean[] {false, true}) {
      Path file = folder.resolve("closing.fxd");
      Databases.project(file, ONE);
      Store store = provider.open(file);
      if (written) {
        put(store, KEY, VALUE);
      }
      store.index(
          index -> {
            assertEquals(written, index.get(KEY).isPresent());
            store.close();
            assertThrows(IllegalStateException.class, () -> index.get(KEY));
            return null;
          });
      assertEquals(List.of("closing.fxd"), Databases.names(folder));
      Files.delete(file);
    }
  }

  @Test
  void aQueryThatHasEndedIsOfNoUse() {
    try (Store store = provider.create(folder.resolve("x.fxd"))) {
      List<IndexReader> leaked = new ArrayList<>();
      store.index(leaked::add);
      assertThrows(IllegalStateException.class, () -> leaked.get(0).get(KEY));
    }
  }

  @Test
  void manyQueriesWithinQueriesDoNotWaitForEachOther() {
    try (Store store = provider.create(folder.resolve("x.fxd"))) {
      put(store, KEY, VALUE);
      assertEquals(20, depth(store, 20));
    }
  }

  @Test
  void aBatchLargerThanTheBufferIsWrittenWhole() {
    Path file = folder.resolve("x.fxd");
    int count = 1_000;
    Random random = new Random(1);
    List<byte[]> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(ByteBuffer.allocate(12).putInt(random.nextInt()).putLong(i).array());
    }
    try (Store store = provider.create(file);
        Batch batch = store.begin()) {
      for (byte[] key : keys) {
        batch.index(key, new byte[40_000]);
      }
      for (byte[] key : keys.subList(0, 10)) {
        batch.index(key, null);
      }
      batch.commit();
    }
    try (Store store = provider.open(file)) {
      int[] found = new int[1];
      store.index(index -> index.scan(new byte[0], new byte[0], (key, value) -> ++found[0] > 0));
      assertEquals(count - 10, found[0]);
      assertFalse(store.<Boolean>index(index -> index.get(keys.get(3)).isPresent()));
      assertTrue(store.<Boolean>index(index -> index.get(keys.get(count - 1)).isPresent()));
    }
  }

  @Test
  void aFullDiskUndoesTheIndexToo() throws SQLException {
    try (SqliteStore store = (SqliteStore) provider.create(folder.resolve("x.fxd"))) {
      put(store, KEY, VALUE);
      store.limit(60);
      try (Batch batch = store.begin()) {
        batch.index(KEY, null);
        for (byte i = 0; i < 100; i++) {
          batch.index(new byte[] {i}, new byte[10_000]);
        }
        StoreException failure = assertThrows(StoreException.class, batch::commit);
        assertTrue(failure.getMessage().contains("is full"), failure.getMessage());
      }
      assertHasKey(store);
      put(store, new byte[] {1}, VALUE);
    }
  }

  private int depth(Store store, int left) {
    return store.index(
        index -> {
          assertTrue(index.get(KEY).isPresent());
          return left == 0 ? 0 : 1 + depth(store, left - 1);
        });
  }

  /** A file as it was made before there was an index. */
  private Path fileOfEarlierDays() throws SQLException {
    Path file = Databases.project(folder.resolve("early.fxd"), ONE);
    Databases.run(file, "DROP TABLE index_entries");
    return file;
  }

  private List<String> schema(Path file) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (var connection = new Connector(file, Access.FROZEN).reader();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT sql FROM sqlite_schema ORDER BY name")) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void put(Store store, byte[] key, byte[] value) {
    try (Batch batch = store.begin()) {
      batch.index(key, value);
      batch.commit();
    }
  }

  private static void assertHasKey(Store store) {
    assertArrayEquals(VALUE, store.index(index -> index.get(KEY)).orElseThrow());
  }

  private static void assertEmpty(Store store) {
    assertEquals(Optional.empty(), store.index(index -> index.get(KEY)));
    assertTrue(
        store.<Boolean>index(index -> index.scan(new byte[0], new byte[0], (key, value) -> false)));
  }
}
