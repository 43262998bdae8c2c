package org.fxd.git.jgit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.fxd.git.jgit.FolderMemory.KnownFile;
import org.fxd.git.jgit.FolderMemory.KnownFolder;
import org.fxd.graph.api.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMemoriesTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir Path temp;
  private Path folder;
  private Path place;

  @BeforeEach
  void setUp() throws IOException {
    folder = Files.createDirectory(temp.toRealPath().resolve("folder"));
    place = temp.resolve("place");
  }

  private static Content content(String text) {
    return new Content(
        Hash.ofContent(text.getBytes(UTF_8)), text.length(), false, Optional.empty());
  }

  private Optional<Content> known(FolderMemories memories, String name) throws IOException {
    return Optional.ofNullable(memories.of(folder).file(name, Stat.of(folder.resolve(name))))
        .map(KnownFile::content);
  }

  private void learn(FolderMemories memories, String name, String text) throws IOException {
    KnownFile known = new KnownFile(Stat.of(folder.resolve(name)), content(text));
    memories.keep(folder, new FolderMemory(Map.of(name, known), Map.of()));
  }

  @Test
  void aFileThatNobodyTouchedIsKnown() throws IOException {
    Files.writeString(folder.resolve("a"), "text");
    FolderMemories memories = new FolderMemories(Optional.empty());
    assertEquals(Optional.empty(), known(memories, "a"));
    learn(memories, "a", "text");
    assertEquals(Optional.of(content("text")), known(memories, "a"));
  }

  @Test
  void anotherHostKnowsItToo() throws IOException {
    Files.writeString(folder.resolve("a"), "text");
    learn(new FolderMemories(Optional.of(place)), "a", "text");
    FolderMemories other = new FolderMemories(Optional.of(place));
    assertEquals(Optional.of(content("text")), known(other, "a"));
    Path beside = Files.createDirectory(temp.toRealPath().resolve("beside"));
    assertEquals(FolderMemory.NONE, other.of(beside));
  }

  @Test
  void whoeverWritesToAFileMakesItUnknown() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "text");
    FolderMemories memories = new FolderMemories(Optional.empty());
    learn(memories, "a", "text");
    Files.writeString(file, "longer than before");
    assertEquals(Optional.empty(), known(memories, "a"));
  }

  @Test
  void theSameSizeAndTimeDeceiveNobodyWhereTheFileSystemKeepsTheTimeOfChange()
      throws IOException, InterruptedException {
    assumeTrue(Stat.UNIX);
    Path file = Files.writeString(folder.resolve("a"), "text");
    Files.setLastModifiedTime(file, LONG_AGO);
    FolderMemories memories = new FolderMemories(Optional.empty());
    learn(memories, "a", "text");
    Stat before = Stat.of(file);
    for (Stat now = before; now.changed() == before.changed(); now = Stat.of(file)) {
      Thread.sleep(1); // Until the file system's clock has moved on.
      Files.writeString(file, "TEXT");
      Files.setLastModifiedTime(file, LONG_AGO);
    }
    assertEquals(before.modified(), Stat.of(file).modified());
    assertEquals(Optional.empty(), known(memories, "a"));
  }

  @Test
  void aFileThatWasJustWrittenMayBeWrittenToWithinOneTick() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "text");
    Stat stat = Stat.of(file);
    assertFalse(stat.isSettled(System.currentTimeMillis()));
    assertTrue(stat.isSettled(System.currentTimeMillis() + 60_000));
  }

  @Test
  void aDamagedFileIsAsNone() throws IOException {
    Files.writeString(folder.resolve("a"), "text");
    learn(new FolderMemories(Optional.of(place)), "a", "text");
    Path file;
    try (Stream<Path> files = Files.list(place)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size());
      file = all.get(0);
    }
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      assertThrows(IllegalArgumentException.class, () -> FolderMemories.decode(damaged));
    }
    for (int length = 0; length < whole.length; length++) {
      byte[] torn = Arrays.copyOf(whole, length);
      assertThrows(IllegalArgumentException.class, () -> FolderMemories.decode(torn));
    }
    Files.write(file, new byte[] {1, 2, 3});
    assertEquals(Optional.empty(), known(new FolderMemories(Optional.of(place)), "a"));
  }

  @Test
  void whatIsWrittenIsRead() {
    Random random = new Random(2);
    Map<String, KnownFile> files = new HashMap<>();
    Map<String, KnownFolder> folders = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      byte[] hash = new byte[Hash.LENGTH];
      random.nextBytes(hash);
      Stat stat =
          new Stat(
              Stat.Type.FILE,
              random.nextBoolean(),
              random.nextLong(),
              random.nextLong(),
              random.nextLong(),
              random.nextLong(),
              random.nextLong());
      Content content =
          new Content(Hash.of(hash), random.nextLong(), random.nextBoolean(), Optional.empty());
      files.put("a/\u00ff" + i, new KnownFile(stat, content));
      folders.put("folder" + i, new KnownFolder(random.nextInt(100), Hash.of(hash)));
    }
    FolderMemory memory = new FolderMemory(files, folders);
    assertEquals(memory, FolderMemories.decode(FolderMemories.encode(memory)));
  }

  @Test
  void aCountThatCannotBeIsDamage() {
    byte[] none = FolderMemories.encode(FolderMemory.NONE);
    none[11] = 1;
    assertThrows(
        IllegalArgumentException.class, () -> FolderMemories.decode(FolderMemories.sealed(none)));
    none[8] = 0x7f;
    assertThrows(
        IllegalArgumentException.class, () -> FolderMemories.decode(FolderMemories.sealed(none)));
  }

  @Test
  void onlySoManyFoldersAreRemembered() throws IOException {
    FolderMemories memories = new FolderMemories(Optional.of(place));
    for (int i = 0; i < FolderMemories.MOST + 3; i++) {
      Path each = Files.createDirectory(folder.resolve("folder" + i));
      Path file = Files.writeString(each.resolve("a"), "text");
      KnownFile known = new KnownFile(Stat.of(file), content("text"));
      memories.keep(each, new FolderMemory(Map.of("a", known), Map.of()));
    }
    try (Stream<Path> files = Files.list(place)) {
      assertEquals(FolderMemories.MOST, files.count());
    }
  }
}
