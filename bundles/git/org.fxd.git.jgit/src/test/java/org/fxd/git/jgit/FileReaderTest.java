package org.fxd.git.jgit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Random;
import org.fxd.graph.api.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {
  @TempDir Path folder;

  @Test
  void aFileThatChangedSinceItWasFoundIsReadAsItIsNow() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "before");
    Stat found = Stat.of(file);
    Files.writeString(file, "after that");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    FileReader.Whole whole = FileReader.whole(file, found);
    assertEquals(
        "after that", new String(whole.blob().orElseThrow().bytes(), StandardCharsets.UTF_8));
    assertTrue(whole.steady());
  }

  @Test
  void aFileThatGrewTooLargeIsNotHeld() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "small");
    Stat found = Stat.of(file);
    try (RandomAccessFile grown = new RandomAccessFile(file.toFile(), "rw")) {
      grown.setLength(FileReader.LARGEST_WHOLE + 1L);
    }
    assertTrue(FileReader.whole(file, found).blob().isEmpty());
  }

  @Test
  void aLinkInItsPlaceIsNotFollowed() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "x");
    Stat found = Stat.of(file);
    Files.move(file, folder.resolve("b"));
    Files.createSymbolicLink(file, Path.of("b"));
    assertThrows(IOException.class, () -> FileReader.whole(file, found));
    assertThrows(IOException.class, () -> FileReader.measure(file));
  }

  @Test
  void measuresWithoutHolding() throws IOException {
    byte[] bytes = new byte[100_000];
    new Random(1).nextBytes(bytes);
    Path file = Files.write(folder.resolve("a"), bytes);
    Content content = FileReader.measure(file);
    assertEquals(Hash.ofContent(bytes), content.hash());
    assertEquals(bytes.length, content.size());
    assertTrue(content.binary());
    assertArrayEquals(bytes, FileReader.whole(file, Stat.of(file)).blob().get().bytes());
  }
}
