package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.DamagedContentException;
import org.fxd.store.api.HashPrefix;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the right shape with the wrong things in it, or with no room for more. */
class DamageTest {
  private static final Sample NODE = Samples.of(ObjectType.NODE, "a node");
  private static final Sample OTHER = Samples.of(ObjectType.NODE, "another node");
  private static final Sample SMALL = Samples.of(ObjectType.BLOB, "a small blob");
  private static final Sample LARGE = Samples.lines(1, 2_500_000);

  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);

  @Test
  void aChangedFrameIsCorruptAndTheOthersAreNot() throws Exception {
    // A frame of one node, whose content is another.
    assertCorrupt(
        "UPDATE nodes SET codec = 0, size = 6, data = x'010101020101'",
        NODE,
        "its content has the hash");
    assertCorrupt("UPDATE nodes SET codec = 0, data = x'010203', size = 3", NODE, "its frame");
    assertCorrupt("UPDATE nodes SET codec = 0, size = 4", NODE, "bytes instead of 4");
    assertCorrupt("UPDATE nodes SET size = -1", NODE, "size of -1");
    assertCorrupt("UPDATE nodes SET size = 9999999999", NODE, "size of 9999999999");
    assertCorrupt("UPDATE nodes SET codec = 77", NODE, "codec 77");
    assertCorrupt("UPDATE nodes SET codec = 2", NODE, "zstd");
    assertCorrupt("UPDATE nodes SET codec = 1", NODE, "deflate");
    assertCorrupt("UPDATE nodes SET codec = 4294967296", NODE, "codec 4294967296");
    assertCorrupt("DELETE FROM nodes", NODE, "is missing");
  }

  @Test
  void aBlobThatLostAPieceIsCorrupt() throws Exception {
    assertCorrupt("DELETE FROM pieces WHERE id = 2", LARGE, "its piece 1 is missing");
    assertCorrupt("UPDATE pieces SET size = 7 WHERE id = 3", LARGE, "its piece 2 has 7 bytes");
    assertCorrupt("UPDATE pieces SET data = x'00' WHERE id = 1", LARGE, "zstd");
    assertCorrupt(
        "UPDATE pieces SET data = (SELECT data FROM pieces WHERE id = 2) WHERE id = 1",
        LARGE,
        "its content has the hash");
  }

  /** Some hundred bytes that grow to 64 MB, in the place of the frame of many objects. */
  @Test
  void aFrameThatIsABombIsDecodedOnceForAllObjectsInIt() throws Exception {
    Sample[] samples = new Sample[3000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = Samples.of(ObjectType.NODE, "node " + i);
    }
    Path file = Databases.project(folder.resolve("x.fxd"), samples);
    byte[] bomb = Codec.ZSTD.encode(new byte[Codec.MAX_SIZE]);
    Databases.run(
        file,
        String.format(
            "UPDATE nodes SET codec = 2, size = %d, data = x'%s'",
            Codec.MAX_SIZE, HexFormat.of().formatHex(bomb)));
    try (Store store = provider.open(file)) {
      List<Hash> hashes = Stream.of(samples).map(Sample::hash).toList();
      assertTrue(store.get(hashes).values().stream().allMatch(Lookup.Corrupt.class::isInstance));
    }
  }

  @Test
  void aSmallBlobWhoseFrameIsChangedIsCorruptAlsoAsAStream() throws Exception {
    assertCorrupt("DELETE FROM \"values\"", SMALL, "is missing");
    assertCorrupt("UPDATE \"values\" SET codec = 2, data = x'0102'", SMALL, "zstd");
  }

  @Test
  void whatSqliteItselfCannotReadIsCorruptAndNothingElse() throws Exception {
    for (Sample sample : List.of(NODE, SMALL, LARGE)) {
      Path file = Databases.project(folder.resolve("x.fxd"), NODE, SMALL, LARGE);
      String table = sample.equals(NODE) ? "nodes" : sample.equals(SMALL) ? "\"values\"" : "pieces";
      long page =
          Databases.number(
              file,
              "SELECT rootpage FROM sqlite_schema WHERE name = '" + table.replace("\"", "") + "'");
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(new byte[] {99}), (page - 1) * 4096);
      }
      try (Store store = provider.openToRead(file)) {
        Lookup.Corrupt answer = assertInstanceOf(Lookup.Corrupt.class, get(store, sample), table);
        assertBare(answer.reason(), sample, file);
        if (sample.type() == ObjectType.BLOB) {
          try (InputStream in = store.open(sample.hash()).orElseThrow()) {
            assertBare(
                assertThrows(DamagedContentException.class, in::readAllBytes).reason(),
                sample,
                file);
          }
        }
        Sample other = sample.equals(NODE) ? SMALL : NODE;
        assertPresent(store, other);
        assertInstanceOf(Lookup.Corrupt.class, get(store, sample), "once more");
        assertTrue(
            CheckTest.check(store, false).stream()
                .anyMatch(problem -> problem.what().contains("malformed")));
      }
      Files.delete(file);
    }
  }

  @Test
  void aReferenceThatHoldsNoHashIsAnError() throws Exception {
    Path file = Databases.project(folder.resolve("x.fxd"), NODE);
    Databases.run(file, "INSERT INTO refs VALUES ('operation', x'0102')");
    try (Store store = provider.open(file)) {
      StoreException failure = assertThrows(StoreException.class, () -> store.ref("operation"));
      assertTrue(failure.getMessage().contains("'operation' holds no hash"), failure.getMessage());
      assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
      assertPresent(store, NODE);
    }
  }

  @Test
  void overwrittenBytesNeverComeOutAsContent() throws Exception {
    Path whole = Databases.project(folder.resolve("whole.fxd"), NODE, OTHER, LARGE);
    byte[] bytes = Files.readAllBytes(whole);
    Random random = new Random(5);
    for (int i = 0; i < 150; i++) {
      byte[] damaged = bytes.clone();
      for (int change = 0; change < 20; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("damaged" + i + ".fxd"), damaged);
      try (Store store = provider.open(file)) {
        for (Sample sample : List.of(NODE, OTHER, LARGE)) {
          Lookup answer = store.get(List.of(sample.hash())).get(sample.hash());
          if (answer instanceof Lookup.Present present) {
            assertEquals(sample.hash(), Hash.ofContent(present.bytes()));
          }
        }
      } catch (FxdException e) {
        assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
      }
      Files.deleteIfExists(file);
      assertEquals(List.of("whole.fxd"), Databases.names(folder));
    }
  }

  @Test
  void aFullDiskUndoesTheBatchAndTheStoreGoesOn() throws Exception {
    Path file = folder.resolve("x.fxd");
    try (SqliteStore store = (SqliteStore) provider.create(file)) {
      Databases.write(store, NODE);
      store.limit(100);
      Sample first = Samples.noise(1, 50_000);
      Sample tooMuch = Samples.noise(2, 3_000_000);
      try (Batch batch = store.begin()) {
        first.putInto(batch);
        batch.ref("operation", Hash.ZERO, first.hash());
        StoreException failure =
            assertThrows(
                StoreException.class,
                () -> {
                  batch.putBlob(tooMuch.stream());
                  batch.commit();
                });
        assertTrue(failure.getMessage().contains("is full"), failure.getMessage());
        assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
        assertTrue(failure.hint().orElseThrow().contains("Make room"));
        assertThrows(IllegalStateException.class, batch::commit);
      }
      assertEquals(Optional.empty(), store.ref("operation"));
      assertAbsent(store, first);
      assertPresent(store, NODE);
      Databases.write(store, OTHER);
      assertPresent(store, OTHER);
      store.limit(1_000_000);
      Databases.write(store, tooMuch);
      assertPresent(store, tooMuch);
    }
    try (Store store = provider.open(file)) {
      assertPresent(store, OTHER);
    }
  }

  private void assertCorrupt(String change, Sample sample, String reason) throws Exception {
    Path file =
        Databases.project(folder.resolve("x.fxd"), NODE, sample.equals(SMALL) ? SMALL : LARGE);
    Databases.run(file, change);
    try (Store store = provider.open(file)) {
      Lookup.Corrupt answer = assertInstanceOf(Lookup.Corrupt.class, get(store, sample), change);
      assertTrue(answer.reason().contains(reason), answer.reason());
      assertBare(answer.reason(), sample, file);
      assertPresent(store, sample.equals(NODE) ? LARGE : NODE);
      HashPrefix digits = new HashPrefix(NODE.hash().toString().substring(0, 8));
      assertEquals(
          sample.equals(NODE) ? List.of() : List.of(NODE.hash()),
          store.startingWith(digits, ObjectType.NODE, 9));
      if (sample.type() == ObjectType.BLOB) {
        try (InputStream in = store.open(sample.hash()).orElseThrow()) {
          DamagedContentException failure =
              assertThrows(DamagedContentException.class, in::readAllBytes);
          assertTrue(failure.reason().contains(reason), failure.reason());
          assertBare(failure.reason(), sample, file);
          assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
          assertTrue(failure.getMessage().contains(sample.hash().brief()), failure.getMessage());
        }
      }
    }
    Files.delete(file);
  }

  /** It can stand within a sentence that names the file and the object. */
  private static void assertBare(String reason, Sample sample, Path file) {
    assertFalse(reason.contains(file.toString()), reason);
    assertFalse(reason.contains(sample.hash().brief()), reason);
    assertFalse(reason.endsWith("."), reason);
    assertTrue(Character.isLowerCase(reason.charAt(0)), reason);
  }

  private static Lookup get(Store store, Sample sample) {
    return store.get(List.of(sample.hash())).get(sample.hash());
  }

  private static void assertPresent(Store store, Sample sample) {
    assertInstanceOf(Lookup.Present.class, store.get(List.of(sample.hash())).get(sample.hash()));
  }

  private static void assertAbsent(Store store, Sample sample) {
    assertInstanceOf(Lookup.Absent.class, store.get(List.of(sample.hash())).get(sample.hash()));
  }
}
