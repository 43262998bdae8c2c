package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of earlier forms come to the present one whole, with a copy of what they were. */
class MigrationTest {
  private static final List<Sample> SAMPLES =
      List.of(
          Samples.of(ObjectType.NODE, "a node"),
          Samples.of(ObjectType.CHUNK, "a chunk"),
          Samples.of(ObjectType.COMMIT, "a commit"),
          Samples.of(ObjectType.OPERATION, "an operation"),
          Samples.lines(1, 50_000),
          Samples.noise(2, 0),
          Samples.lines(3, 3_500_000));

  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);

  private Path draft(boolean withIndex) throws SQLException {
    return Drafts.make(folder.resolve("x.fxd"), withIndex, SAMPLES);
  }

  private static void assertHolds(Store store) throws IOException {
    for (Sample sample : SAMPLES) {
      Lookup.Present found =
          assertInstanceOf(
              Lookup.Present.class, store.get(List.of(sample.hash())).get(sample.hash()));
      assertArrayEquals(sample.bytes(), found.bytes());
      if (sample.type() == ObjectType.BLOB) {
        try (InputStream in = store.open(sample.hash()).orElseThrow()) {
          assertArrayEquals(sample.bytes(), in.readAllBytes());
        }
      }
    }
    assertEquals(Optional.of(SAMPLES.get(3).hash()), store.ref("operation"));
  }

  @Test
  void aFileWithARowForEachObjectIsMigrated() throws Exception {
    for (boolean withIndex : new boolean[] {true, false}) {
      Path file = draft(withIndex);
      List<String> phases = new ArrayList<>();
      try (Store store =
          provider.open(
              file,
              new Progress() {
                @Override
                public void phase(String name, long total) {
                  phases.add(name);
                }

                @Override
                public void advance(long units) {}
              })) {
        assertHolds(store);
        assertEquals(
            withIndex ? Optional.of(1) : Optional.empty(),
            store.index(index -> index.get(new byte[] {0x6b})).map(value -> value.length));
        store.check(
            false,
            new org.fxd.store.api.Inspector() {
              @Override
              public void object(
                  ObjectType type, org.fxd.graph.api.Hash hash, Optional<byte[]> bytes) {}

              @Override
              public void ref(String name, org.fxd.graph.api.Hash hash) {}

              @Override
              public void problem(Problem problem) {
                throw new AssertionError(problem);
              }
            },
            Progress.NONE,
            Cancellation.none());
      }
      assertTrue(phases.contains("updating nodes"), phases.toString());
      assertEquals(List.of("x.before-update.fxd", "x.fxd"), Databases.names(folder));
      try (Store store = provider.open(file)) {
        assertHolds(store);
      }
      // The copy is of the old form, and is migrated in its turn.
      try (Store store = provider.open(folder.resolve("x.before-update.fxd"))) {
        assertHolds(store);
      }
      assertEquals(
          List.of("x.before-update.before-update.fxd", "x.before-update.fxd", "x.fxd"),
          Databases.names(folder));
      for (String name : Databases.names(folder)) {
        Files.delete(folder.resolve(name));
      }
    }
  }

  @Test
  void aDamagedFileIsNotMigratedAndStaysAsItIs() throws Exception {
    Path file = draft(true);
    Databases.run(file, "UPDATE nodes SET data = x'010203', size = 3, codec = 0 WHERE id = 1");
    StoreException failure = assertThrows(StoreException.class, () -> provider.open(file));
    assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    assertTrue(failure.getMessage().contains("has the hash"), failure.getMessage());
    assertEquals(1, Files.readAllBytes(file)[18], "at rest again");
    Databases.run(
        file, "UPDATE nodes SET data = (SELECT data FROM nodes WHERE id = 1) WHERE id = 1");
    assertEquals(List.of("x.before-update.fxd", "x.fxd"), Databases.names(folder));
    try (Connection connection = new Connector(file, Connector.Access.WRITE).reader()) {
      assertTrue(Migration.isNeeded(connection));
    }
  }

  @Test
  void whatCannotBeWrittenIsNotMigrated() throws Exception {
    Path file = draft(true);
    String before = Databases.state(file);
    StoreException failure = assertThrows(StoreException.class, () -> provider.openToRead(file));
    assertTrue(failure.getMessage().contains("present format"), failure.getMessage());
    assertEquals(before, Databases.state(file));
    assertEquals(List.of("x.fxd"), Databases.names(folder));
  }
}
