package org.fxd.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input: a clear message, the right exit code, and the project as it was. */
class BadInputTest {
  @TempDir Path folder;
  private Fxd fxd;
  private byte[] before;

  @BeforeEach
  void aProjectWithOneCommit() throws Exception {
    fxd = new Fxd(folder);
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Files.writeString(tree.resolve("A.java"), "class A {\n  int one() {\n    return 1;\n  }\n}\n");
    Fxd.Result made = fxd.run("-p", "x.fxd", "-c", "git:import tree", "-c", "fxd:commit -m first");
    assertEquals(0, made.exit(), made::all);
    before = Files.readAllBytes(folder.resolve("x.fxd"));
  }

  private Fxd.Result refused(int exit, String says, String... arguments) throws Exception {
    Fxd.Result result = fxd.run(arguments);
    assertRefused(exit, says, result);
    return result;
  }

  private void assertRefused(int exit, String says, Fxd.Result result) throws Exception {
    assertEquals(exit, result.exit(), result::all);
    assertTrue(result.err().contains(says), result::all);
    assertFalse(result.err().contains("Exception"), result::all);
    assertFalse(result.err().contains("\tat "), result::all);
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        before, Files.readAllBytes(folder.resolve("x.fxd")), "the project is untouched");
  }

  @Test
  void aFolderThatDoesNotExist() throws Exception {
    refused(1, "nowhere", "-p", "x.fxd", "-c", "git:import nowhere");
  }

  @Test
  void aFolderThatMayNotBeRead() throws Exception {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
    Path secret = Files.createDirectory(folder.resolve("secret"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    refused(1, "secret", "-p", "x.fxd", "-c", "git:import secret");
  }

  @Test
  void aProjectThatIsText() throws Exception {
    Path text = Files.writeString(folder.resolve("text.fxd"), "This is a letter.\n".repeat(100));
    refused(1, "text.fxd", "-p", "text.fxd", "-c", "fxd:status");
    assertEquals("This is a letter.\n".repeat(100), Files.readString(text));
  }

  @Test
  void aProjectThatIsHalfThere() throws Exception {
    Path half = folder.resolve("half.fxd");
    Files.write(half, before);
    try (RandomAccessFile file = new RandomAccessFile(half.toFile(), "rw")) {
      file.setLength(before.length / 2 + 100);
    }
    byte[] cut = Files.readAllBytes(half);
    Fxd.Result result = refused(1, "half.fxd", "-p", "half.fxd", "-c", "view:render --all out");
    assertFalse(result.all().isEmpty());
    org.junit.jupiter.api.Assertions.assertArrayEquals(cut, Files.readAllBytes(half));
  }

  @Test
  void aProjectThatIsNotThere() throws Exception {
    refused(1, "none.fxd", "-p", "none.fxd", "-c", "fxd:status");
    assertFalse(Files.exists(folder.resolve("none.fxd")));
  }

  @Test
  void aCommandThatIsNotThere() throws Exception {
    Fxd.Result result = refused(2, "fxd:comit", "-p", "x.fxd", "-c", "fxd:comit -m x");
    assertTrue(result.err().contains("fxd:commit"), result::all);
  }

  @Test
  void anArgumentThatIsMissing() throws Exception {
    refused(2, "SOURCE", "-p", "x.fxd", "-c", "git:import");
  }

  @Test
  void anOptionThatIsNotThere() throws Exception {
    refused(2, "--colour", "--colour");
    refused(2, "--massage", "-p", "x.fxd", "-c", "fxd:commit --massage x");
  }

  @Test
  void theFirstFailureEndsTheRun() throws Exception {
    Fxd.Result result =
        refused(1, "nowhere", "-p", "x.fxd", "-c", "git:import nowhere", "-c", "fxd:log");
    assertEquals("", result.out());
  }

  @Test
  void jarsThatAreNone() throws Exception {
    Files.createDirectories(fxd.plugins());
    Files.writeString(fxd.plugins().resolve("letter.jar"), "Dear reader,\n".repeat(10));
    byte[] jar = Files.readAllBytes(anyJar());
    Files.write(fxd.plugins().resolve("half.jar"), java.util.Arrays.copyOf(jar, jar.length / 2));
    Fxd.Result result =
        fxd.run("-c", "plugin:list", "-c", "plugin:why letter.jar", "-c", "plugin:why half.jar");
    assertEquals(0, result.exit(), result::all);
    assertTrue(result.out().contains("letter.jar"), result::all);
    assertTrue(result.out().contains("half.jar"), result::all);
    assertTrue(result.out().contains("FAILED"), result::all);
    assertFalse(result.out().contains("Exception"), result::all);
  }

  private static Path anyJar() throws Exception {
    Path bundles = Path.of(System.getProperty("fxd.home")).resolve("bundles");
    try (var jars = Files.walk(bundles)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  /** The largest file a process may write is what a full disk looks like to it. */
  @Test
  void aFullDisk() throws Exception {
    Path tree = Files.createDirectories(folder.resolve("large"));
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] noise = new byte[50_000];
      random.nextBytes(noise);
      Files.write(tree.resolve("noise" + i + ".bin"), noise);
    }
    Fxd.Result result = fxd.runUnder("ulimit -f 4000", "-p", "x.fxd", "-c", "git:import large");
    assertEquals(1, result.exit(), result::all);
    assertTrue(result.err().contains("x.fxd"), result::all);
    assertFalse(result.err().contains("Exception"), result::all);
    stillWhole();
  }

  @Test
  void ctrlCInTheMiddleOfAnImport() throws Exception {
    Path tree = Path.of(System.getProperty("fxd.tree"));
    Fxd.Running running =
        fxd.start(java.util.List.of(), "-p", "x.fxd", "-c", "git:import '" + tree + "'");
    Path log = folder.resolve("x.fxd-wal");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (running.process().isAlive() && !Files.exists(log) && System.nanoTime() < end) {
      Thread.sleep(2);
    }
    new ProcessBuilder("kill", "-INT", String.valueOf(running.process().pid())).start().waitFor();
    Fxd.Result result = fxd.finish(running);
    assertTrue(result.exit() != 0 || Files.exists(folder.resolve("x.fxd")), result::all);
    stillWholeOrImported(result.exit() == 0);
  }

  private void stillWhole() throws Exception {
    stillWholeOrImported(false);
  }

  private void stillWholeOrImported(boolean imported) throws Exception {
    Fxd.Result status = fxd.run("-p", "x.fxd", "-c", "fxd:log", "-c", "view:list");
    assertEquals(0, status.exit(), status::all);
    assertTrue(status.out().contains("first"), status::all);
    if (!imported) {
      assertTrue(status.out().contains("A.java"), status::all);
      assertFalse(status.out().contains("com/google"), status::all);
    }
  }

  @Test
  void killedAfterTheAnswerLosesNothing() throws Exception {
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Files.writeString(tree.resolve("B.java"), "class B {}\n");
    Fxd.Running running =
        fxd.start(
            java.util.List.of(),
            "-p",
            "x.fxd",
            "-c",
            "git:import tree",
            "-c",
            "fxd:commit -m second",
            "-c",
            "fxd:log",
            "-c",
            "node:edit A.java#A --stdin");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (running.process().isAlive()
        && !Files.readString(running.out()).contains("second")
        && System.nanoTime() < end) {
      Thread.sleep(5);
    }
    running.process().destroyForcibly().waitFor();
    Fxd.Result log = fxd.run("-p", "x.fxd", "-c", "fxd:log", "-c", "view:list");
    assertEquals(0, log.exit(), log::all);
    assertTrue(log.out().contains("second"), log::all);
    assertTrue(log.out().contains("B.java"), log::all);
  }
}
