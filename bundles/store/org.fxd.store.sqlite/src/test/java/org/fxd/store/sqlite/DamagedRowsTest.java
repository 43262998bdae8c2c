package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.HashPrefix;
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
            "INSERT INTO blocks VALUES (1000, 9223372036854775807, x'00', 0, 0, x'')",
            // The next run would have a number with which the file is not opened again.
            "INSERT INTO blocks VALUES (1000, 281474976710656, x'00', 0, 0, x'')",
            // The next transaction would have a number below all others.
            "INSERT INTO transactions VALUES (9223372036854775807, 2502091135, 0, 4, x'01000000')",
            "INSERT INTO transactions VALUES (281474976710656, 2502091135, 0, 4, x'01000000')",
            // With the next run, there would be more than are read.
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000)"
                + " INSERT OR IGNORE INTO runs SELECT i, 1 + i % 2, 1, 0, 0 FROM n")) {
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

  @Test
  void anObjectOfATransactionIsNotOpenedUnderAnotherHash() throws Exception {
    Path file = folder.resolve("x.fxd");
    Sample blob = Samples.of(ObjectType.BLOB, "a blob");
    try (Store store = provider.create(file)) {
      Databases.write(store, blob);
    }
    byte[] content =
        TransactionCodec.encode(
            LooseTransaction.of(
                1,
                List.of(new LooseObject(ObjectType.BLOB, blob.hash(), ONE.bytes())),
                Map.of(),
                List.of(),
                100));
    Databases.run(
        file,
        String.format(
            "UPDATE transactions SET codec = 0, size = %d, checksum = %d, data = x'%s'",
            content.length, TransactionCodec.checksum(content), HexFormat.of().formatHex(content)));
    for (boolean toRead : new boolean[] {true, false}) {
      try (Store store = toRead ? provider.openToRead(file) : provider.open(file)) {
        Lookup.Corrupt answer =
            assertInstanceOf(
                Lookup.Corrupt.class, store.get(List.of(blob.hash())).get(blob.hash()));
        assertTrue(answer.reason().contains("other content"), answer.reason());
        HashPrefix digits = new HashPrefix(blob.hash().toString().substring(0, 8));
        assertEquals(List.of(), store.startingWith(digits, ObjectType.BLOB, 9));
        try (InputStream in = store.open(blob.hash()).orElseThrow()) {
          IOException failure = assertThrows(IOException.class, in::readAllBytes);
          assertTrue(failure.getMessage().contains("other content"), failure.getMessage());
          assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
        }
      }
    }
  }

  @Test
  void framesWithNumbersThatCannotBeAreNoFramesOfOthers() throws Exception {
    for (String number : List.of("-1", "17592186044416", "52776558133247", "9223372036854775807")) {
      Path file = Databases.project(folder.resolve("x.fxd"), ONE);
      Databases.run(file, "INSERT INTO nodes VALUES (" + number + ", 0, 1, x'00')");
      try (Store store = provider.openToRead(file)) {
        assertEquals(List.of(), CheckTest.check(store, false), number);
        assertPresent(store, ONE);
      }
      Files.delete(file);
    }
  }

  @Test
  void piecesThatAreFarApartAreRemovedAllTheSame() throws Exception {
    Path file = Databases.project(folder.resolve("x.fxd"), ONE);
    Databases.run(
        file, "INSERT INTO pieces VALUES (7, 0, 1, x'00'), (4611686018427387904, 0, 1, x'00')");
    try (Store store = provider.open(file);
        Compaction compaction = store.compact()) {
      compaction.keep(ONE.hash());
      compaction.finish(() -> {});
      assertPresent(store, ONE);
    }
    assertEquals(0, Databases.number(file, "SELECT count(*) FROM pieces"));
  }

  private static void assertPresent(Store store, Sample sample) {
    assertInstanceOf(Lookup.Present.class, store.get(List.of(sample.hash())).get(sample.hash()));
  }
}
