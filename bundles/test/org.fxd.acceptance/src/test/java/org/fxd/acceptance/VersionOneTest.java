package org.fxd.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of version 1: looked at, changed, and written. */
class VersionOneTest {
  private static final String TEXT = "class A {\n  int one() {\n    return 1;\n  }\n}\n";

  @TempDir Path folder;
  private Fxd fxd;
  private Path old;
  private byte[] before;
  private FileTime time;

  @BeforeEach
  void aFileOfVersionOne() throws Exception {
    fxd = new Fxd(folder);
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Files.writeString(tree.resolve("A.java"), TEXT);
    ok("-p", "x.fxd", "-c", "git:import tree", "-c", "fxd:export old.fxd --format v1");
    old = folder.resolve("old.fxd");
    before = Files.readAllBytes(old);
    time = Files.getLastModifiedTime(old);
  }

  private Fxd.Result ok(String... arguments) throws Exception {
    Fxd.Result result = fxd.run(arguments);
    assertEquals(0, result.exit(), result::all);
    assertFalse(result.err().contains("WARN"), result::all);
    return result;
  }

  @Test
  void lookingLeavesItAsItIs() throws Exception {
    Fxd.Result result =
        ok(
            "-p",
            "old.fxd",
            "-c",
            "fxd:query .method",
            "-c",
            "view:render A.java",
            "-c",
            "fxd:status");

    assertTrue(result.out().contains("A.one"), result::all);
    assertTrue(result.out().contains(TEXT), result::all);
    assertTrue(result.out().contains("is in format 1"), result::all);
    assertEquals("", result.err());
    assertArrayEquals(before, Files.readAllBytes(old));
    assertEquals(time, Files.getLastModifiedTime(old));
    assertFalse(Files.exists(folder.resolve("old.v1.fxd")));
  }

  @Test
  void theFirstChangeMigratesIt() throws Exception {
    Fxd.Result result =
        ok(
            "-p",
            "old.fxd",
            "-c",
            "node:edit 'A.java#A.one' --text '  int one() { return 2; }'",
            "-c",
            "fxd:commit -m changed");

    assertTrue(result.err().contains("old.v1.fxd"), result::all);
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("old.v1.fxd")));
    Fxd.Result again = ok("-p", "old.fxd", "-c", "view:render A.java", "-c", "fxd:status");
    assertTrue(again.out().contains("return 2"), again::all);
    assertTrue(again.out().contains("nothing to commit"), again::all);
    assertFalse(again.out().contains("format 1"), again::all);
    Fxd.Result backup = ok("-p", "old.v1.fxd", "-c", "view:render A.java");
    assertTrue(backup.out().contains(TEXT), backup::all);
  }
}
