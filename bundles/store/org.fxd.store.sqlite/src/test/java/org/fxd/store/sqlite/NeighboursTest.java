package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.fxd.graph.api.error.FxdException;
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

/** What stands beside a file is not always what it seems. */
class NeighboursTest {
  private static final Sample ONE = Samples.of(ObjectType.NODE, "one");
  private static final Sample TWO = Samples.of(ObjectType.NODE, "two");

  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);

  @Test
  void aLinkInThePlaceOfANeighbourIsNotFollowed() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious-mj00000A9BC"), "very");
    for (String ending : List.of(".lock", ".holder", "-wal", "-shm", "-journal")) {
      Path home = Files.createDirectory(folder.resolve("home" + ending));
      Path file = Databases.project(home.resolve("x.fxd"), ONE);
      Path link = Files.createSymbolicLink(home.resolve("x.fxd" + ending), precious);
      assertRefused(() -> provider.open(file), link);
      assertRefused(() -> provider.openToRead(file), link);
      assertRefused(() -> provider.hold(file), link);
      Path other = home.resolve("y.fxd");
      Path otherLink = Files.createSymbolicLink(home.resolve("y.fxd" + ending), precious);
      assertRefused(() -> provider.create(other), otherLink);
      Files.delete(link);
      try (Store store = provider.open(file)) {
        assertRefused(
            () -> store.copyTo(other, false, Progress.NONE, Cancellation.none()), otherLink);
      }
      assertEquals("very", Files.readString(precious), ending);
      assertEquals(List.of("x.fxd", "y.fxd" + ending), Databases.names(home));
    }
  }

  @Test
  void aFolderInThePlaceOfANeighbourIsNamed() throws IOException {
    for (String ending : List.of(".lock", ".holder", "-wal")) {
      Path file = Databases.project(folder.resolve("x.fxd"), ONE);
      Path inTheWay = Files.createDirectory(folder.resolve("x.fxd" + ending));
      assertRefused(() -> provider.open(file), inTheWay);
      Files.delete(inTheWay);
      provider.open(file).close();
      Files.delete(file);
    }
  }

  @Test
  void aPipeInThePlaceOfANeighbourIsNotWaitedFor() throws Exception {
    Path file = Databases.project(folder.resolve("x.fxd"), ONE);
    for (String ending : List.of(".lock", ".holder", "-wal")) {
      Path pipe = folder.resolve("x.fxd" + ending);
      try {
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
      } catch (IOException e) {
        assumeTrue(false, "pipes cannot be made here");
      }
      assertRefused(() -> provider.open(file), pipe);
      Files.delete(pipe);
    }
  }

  /** As a process leaves it that is killed between making a journal and writing to it. */
  @Test
  void aJournalInWhichNothingStandsIsRemovedAlsoByWhoOnlyReads() throws IOException {
    for (int size : List.of(0, 512)) {
      Path file = Databases.project(folder.resolve("x.fxd"), ONE);
      Files.write(folder.resolve("x.fxd-journal"), new byte[size]);
      try (Store store = provider.open(file)) {
        assertInstanceOf(Lookup.Present.class, store.get(List.of(ONE.hash())).get(ONE.hash()));
      }
      assertEquals(List.of("x.fxd"), Databases.names(folder));
      Files.delete(file);
    }
  }

  /** SQLite up to some version before ours removes the file that such a journal names. */
  @Test
  void aJournalThatNamesAnotherFileDoesNotHaveThatRemoved() throws IOException {
    for (String name : List.of("precious", "precious-mj00000A9BC")) {
      Path precious = Files.writeString(folder.resolve(name), "very");
      Path file = Databases.project(folder.resolve("x.fxd"), ONE);
      Files.write(folder.resolve("x.fxd-journal"), journalNaming(precious, file));
      assertThrows(StoreException.class, () -> provider.openToRead(file));
      try (Store store = provider.open(file)) {
        assertInstanceOf(Lookup.Present.class, store.get(List.of(ONE.hash())).get(ONE.hash()));
      }
      assertEquals("very", Files.readString(precious));
      assertEquals(List.of(name, "x.fxd"), Databases.names(folder));
      Files.delete(file);
      Files.delete(precious);
    }
  }

  /** A journal of nothing, of a transaction over several files. */
  private static byte[] journalNaming(Path other, Path file) throws IOException {
    byte[] name = other.toString().getBytes(StandardCharsets.UTF_8);
    byte[] magic = HexFormat.of().parseHex("d9d505f920a163d7");
    int sum = 0;
    for (byte each : name) {
      sum += each;
    }
    return ByteBuffer.allocate(512 + 4 + name.length + 16)
        .put(magic)
        .putInt(0)
        .putInt(7)
        .putInt((int) (Files.size(file) / Schema.PAGE_SIZE))
        .putInt(512)
        .putInt(Schema.PAGE_SIZE)
        .position(512)
        .putInt(1 + (1 << 30) / Schema.PAGE_SIZE)
        .put(name)
        .putInt(name.length)
        .putInt(sum)
        .put(magic)
        .array();
  }

  @Test
  void aLogWithoutAFileIsNotTakenForThatOfANewOne() throws IOException {
    Path log = leftLog(folder.resolve("x.fxd"));
    byte[] before = Files.readAllBytes(log);
    Path file = folder.resolve("x.fxd");
    Files.delete(file);
    assertRefused(() -> provider.create(file), log);
    Path other = Databases.project(folder.resolve("other.fxd"), TWO);
    try (Store store = provider.open(other)) {
      assertRefused(() -> store.copyTo(file, false, Progress.NONE, Cancellation.none()), log);
    }
    assertArrayEquals(before, Files.readAllBytes(log));
    assertThrows(FxdException.class, () -> provider.open(file));
  }

  @Test
  void aBackupInThePlaceOfAFileDoesNotGetItsLog() throws IOException {
    Path file = folder.resolve("x.fxd");
    Path log = leftLog(file);
    byte[] before = Files.readAllBytes(log);
    Path backup = Databases.project(folder.resolve("backup.fxd"), TWO);
    Files.copy(backup, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertTrue(
        assertThrows(StoreException.class, () -> provider.openToRead(file))
            .getMessage()
            .contains("belongs to another file"));
    try (Store store = provider.open(file)) {
      assertInstanceOf(Lookup.Present.class, store.get(List.of(TWO.hash())).get(TWO.hash()));
      assertInstanceOf(Lookup.Absent.class, store.get(List.of(ONE.hash())).get(ONE.hash()));
    }
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("x.fxd-wal.other")));
    assertEquals(List.of("backup.fxd", "x.fxd", "x.fxd-wal.other"), Databases.names(folder));
  }

  /** A project as a crash leaves it, with its log. */
  private Path leftLog(Path file) throws IOException {
    Path work = folder.resolve("work.fxd");
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    try (Store store = provider.create(work)) {
      Databases.write(store, ONE);
      Files.copy(work, file);
      Files.copy(folder.resolve("work.fxd-wal"), log);
    }
    Files.delete(work);
    return log;
  }

  private static void assertRefused(Runnable work, Path inTheWay) {
    FxdException failure = assertThrows(FxdException.class, work::run);
    assertTrue(failure.getMessage().contains(inTheWay.toString()), failure.getMessage());
    assertTrue(failure.hint().orElseThrow().contains("move it"), failure.hint().orElseThrow());
  }
}
