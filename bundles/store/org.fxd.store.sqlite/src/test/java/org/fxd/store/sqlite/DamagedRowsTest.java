package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Inspector.Problem;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are read with each opening hold what cannot be. */
class DamagedRowsTest {
  private static final Sample ONE = Samples.of(ObjectType.NODE, "one");
  private static final Sample TWO = Samples.of(ObjectType.NODE, "two");

  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);

  @Test
  void aDamagedEpochIsNoObstacleAndIsWrittenAnew() throws Exception {
    for (String damage :
        List.of(
            "UPDATE metadata SET value = 'x' WHERE key = 'epoch'",
            "UPDATE metadata SET value = '' WHERE key = 'epoch'",
            "UPDATE metadata SET value = '-1' WHERE key = 'epoch'",
            "UPDATE metadata SET value = printf('%.100000c', '1') WHERE key = 'epoch'",
            "DELETE FROM metadata")) {
      Path file = Databases.project(folder.resolve("x.fxd"), ONE);
      Databases.run(file, damage);
      try (Store store = provider.openToRead(file)) {
        assertPresent(store, ONE);
      }
      try (Store store = provider.open(file)) {
        assertPresent(store, ONE);
        assertEquals(1, CheckTest.check(store, false).size(), damage);
        List<Problem> repaired = CheckTest.check(store, true);
        assertEquals("It was written anew.", repaired.get(0).repaired().orElseThrow());
        assertEquals(List.of(), CheckTest.check(store, false), damage);
      }
      Databases.run(file, damage);
      try (Store store = provider.open(file)) {
        Databases.write(store, TWO);
        store.checkpoint();
        assertPresent(store, TWO);
        assertEquals(List.of(), CheckTest.check(store, false), damage);
      }
      Files.delete(file);
    }
  }

  @Test
  void theHighestEpochIsGoneOnFrom() throws Exception {
    Path file = Databases.project(folder.resolve("x.fxd"), ONE);
    Databases.run(file, "UPDATE metadata SET value = '999999999999999999' WHERE key = 'epoch'");
    try (Store store = provider.open(file)) {
      Databases.write(store, TWO);
      store.checkpoint();
      assertPresent(store, ONE);
      assertPresent(store, TWO);
      assertEquals(List.of(), CheckTest.check(store, false));
    }
  }

  @Test
  void rowsWithNumbersThatCannotBeAreRefused() throws Exception {
    for (String damage :
        List.of(
            "UPDATE runs SET id = 9223372036854775807",
            "UPDATE runs SET id = -1",
            "UPDATE runs SET rank = 1000000",
            "UPDATE runs SET rank = 0",
            "UPDATE runs SET entries = -1",
            "UPDATE runs SET bytes = 9223372036854775807",
            "UPDATE nodes SET id = 9223372036854775807",
            "INSERT INTO pieces VALUES (9223372036854775807, 0, 0, x'')",
            "INSERT INTO blocks VALUES (1000, 9223372036854775807, x'00', 0, 0, x'')")) {
      Path file = Databases.project(folder.resolve("x.fxd"), ONE);
      Databases.run(file, damage);
      String before = Databases.state(file);
      StoreException failure =
          assertThrows(StoreException.class, () -> provider.open(file), damage);
      assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
      assertTrue(failure.getMessage().contains("damaged"), failure.getMessage());
      assertEquals(before, Databases.state(file));
      Files.delete(file);
    }
  }

  private static void assertPresent(Store store, Sample sample) {
    assertInstanceOf(Lookup.Present.class, store.get(List.of(sample.hash())).get(sample.hash()));
  }
}
