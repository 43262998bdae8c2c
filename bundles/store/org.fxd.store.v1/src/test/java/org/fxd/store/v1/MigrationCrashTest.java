package org.fxd.store.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.workspace.OpenProjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that migrates a file: the old one is there, or the new one with a backup. */
class MigrationCrashTest {
  private static final int STEPS = 5;
  private static final int RANDOM_KILLS = 4;

  @TempDir Path folder;

  private Path file;
  private byte[] before;

  private void makeFile(int nodes) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : files.toList()) {
        Files.delete(path);
      }
    }
    Original original =
        Original.at(folder.resolve("old.fxd"))
            .plain("code", "r", null)
            .snippet("s", "code", "greet", "\"let a;\"", "{\"id\":\"greet\"}");
    for (int i = 0; i < nodes; i++) {
      original.plain("n" + i, "code", "\"" + "x".repeat(300) + "\"");
    }
    file = original.write();
    before = Files.readAllBytes(file);
  }

  private Process start(int step) throws Exception {
    return new ProcessBuilder(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Migrator.class.getName(),
                file.toString(),
                Integer.toString(step)))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void killedAtEachStep() throws Exception {
    for (int step = 0; step <= STEPS; step++) {
      makeFile(10);
      Process process = start(step);
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(step < STEPS ? 9 : 0, process.exitValue(), "step " + step);
      look();
    }
  }

  @Test
  void killedAtRandom() throws Exception {
    Random random = new Random(5);
    for (int i = 0; i < RANDOM_KILLS; i++) {
      makeFile(3000);
      Process process = start(Integer.MAX_VALUE);
      if (!process.waitFor(300 + random.nextInt(1200), TimeUnit.MILLISECONDS)) {
        process.toHandle().destroyForcibly();
        process.waitFor();
      }
      look();
    }
  }

  /** What is there is whole, and a new attempt succeeds. */
  private void look() throws Exception {
    boolean old = Arrays.equals(before, Files.readAllBytes(file));
    Path backup = folder.resolve("old.v1.fxd");
    if (!old || Files.exists(backup)) {
      assertTrue(Arrays.equals(before, Files.readAllBytes(backup)), "the backup");
    }
    try (OpenProjects projects = Providers.projects(step -> {})) {
      Workspace workspace = projects.open(file);
      Value greet = Original.at(workspace.root(), "code", "greet").value();
      assertTrue(greet.equals(Value.of("let a;")) || !old && greet.equals(Value.of("let b;")));
      workspace.change(
          new Origin("Ada", "test"),
          "set",
          transaction -> transaction.root().metadata("k", Value.of(1)));
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(path -> path.getFileName().toString()).sorted().toList();
      assertTrue(
          names.stream().allMatch(name -> name.matches("old\\.(v1\\.)?fxd")), names::toString);
    }
  }
}
