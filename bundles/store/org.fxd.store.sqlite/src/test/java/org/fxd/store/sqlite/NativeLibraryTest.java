package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.fxd.store.api.ObjectType;
import org.fxd.testkit.store.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The native library is unpacked once into the folder that is named for it, and used from there.
 */
class NativeLibraryTest {
  @TempDir Path folder;

  @Test
  void itIsUnpackedOnce() throws Exception {
    Path file = Databases.project(folder.resolve("x.fxd"), Samples.of(ObjectType.NODE, "one"));
    Path home = folder.resolve("data/native");
    open(file, home);
    List<String> versions = Databases.names(home);
    assertEquals(1, versions.size(), versions.toString());
    Path kept = home.resolve(versions.get(0));
    List<String> names = Databases.names(kept);
    assertEquals(1, names.size(), names.toString());
    Path library = kept.resolve(names.get(0));
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(library, old);
    open(file, home);
    assertEquals(old, Files.getLastModifiedTime(library));
    assertEquals(versions, Databases.names(home));
  }

  @Test
  void aFolderThatCannotBeIsNoObstacle() throws Exception {
    Path file = Databases.project(folder.resolve("x.fxd"), Samples.of(ObjectType.NODE, "one"));
    Path text = Files.writeString(folder.resolve("text"), "not a folder");
    try (Child child =
        Child.start(Keeper.class, file.toString(), text.resolve("below").toString())) {
      assertEquals("open false", child.line());
      child.kill();
    }
  }

  private static void open(Path file, Path home) throws IOException, InterruptedException {
    try (Child child = Child.start(Keeper.class, file.toString(), home.toString())) {
      assertEquals("open false", child.line());
      child.kill();
    }
  }
}
