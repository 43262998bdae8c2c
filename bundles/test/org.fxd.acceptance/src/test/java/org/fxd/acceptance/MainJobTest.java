package org.fxd.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on real trees: take in, commit, give back, byte for byte. */
class MainJobTest {
  @TempDir Path folder;
  private Fxd fxd;

  @BeforeEach
  void start() {
    fxd = new Fxd(folder);
  }

  @Test
  void thisProjectsOwnTreeComesBack() throws Exception {
    Path project = Path.of(System.getProperty("fxd.project")).normalize();
    Set<String> left = Set.of("target", ".git", "generated", ".idea");
    Path tree = folder.resolve("tree");
    Trees.copy(project, tree, path -> !left.contains(path.getFileName().toString()));
    comesBack(tree);
  }

  @Test
  void aLargeLibraryComesBack() throws Exception {
    comesBack(Path.of(System.getProperty("fxd.tree")));
  }

  @Test
  void oddFilesComeBack() throws Exception {
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Files.write(tree.resolve("empty.java"), new byte[0]);
    Files.writeString(tree.resolve("Dos.java"), "class Dos {\r\n  void a() {}\r\n}\r\n");
    Files.writeString(tree.resolve("mac.txt"), "one\rtwo\r");
    Files.writeString(tree.resolve("Bom.java"), "\ufeffclass Bom {}\n");
    Files.writeString(tree.resolve("noend.py"), "def f():\n  return 1");
    Files.write(
        tree.resolve("Latin.java"),
        "class Latin { String s = \"\u00e9\"; }\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(tree.resolve("binary.java"), new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 10, 0});
    Files.writeString(tree.resolve("with space and é.md"), "# One\n\n```\n# not a heading\n```\n");
    Files.createDirectories(tree.resolve("empty/inner"));
    Files.createSymbolicLink(tree.resolve("link"), Path.of("Dos.java"));
    Files.createSymbolicLink(tree.resolve("dangling"), Path.of("../nowhere"));
    Path program = Files.writeString(tree.resolve("run.sh"), "#!/bin/sh\necho hello\n");
    assertTrue(program.toFile().setExecutable(true));
    comesBack(tree);
  }

  private void comesBack(Path tree) throws Exception {
    Fxd.Result result =
        fxd.run(
            "-p",
            "x.fxd",
            "-c",
            "git:import '" + tree + "' --no-ignore",
            "-c",
            "fxd:commit -m first",
            "-c",
            "view:render --all out");
    assertEquals(0, result.exit(), result::all);
    assertEquals(Trees.content(tree), Trees.content(folder.resolve("out")));

    Fxd.Result later =
        fxd.run("-p", "x.fxd", "-c", "fxd:log --json", "-c", "git:export again --worktree-only");
    assertEquals(0, later.exit(), later::all);
    assertTrue(later.out().contains("\"first\""), later::all);
    assertEquals(Trees.content(tree), Trees.content(folder.resolve("again")));
    try (var files = Files.list(folder)) {
      assertEquals(
          java.util.List.of("x.fxd"),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("x.fxd"))
              .toList(),
          "a closed project is one file");
    }
  }
}
