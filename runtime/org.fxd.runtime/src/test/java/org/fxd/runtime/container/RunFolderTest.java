package org.fxd.runtime.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir Path data;

  @Test
  void isRemovedWhenClosed() throws IOException {
    try (RunFolder run = RunFolder.create(data)) {
      Files.writeString(Files.createDirectories(run.path().resolve("deep/er")).resolve("f"), "x");
    }
    assertEquals(List.of(), entries());
  }

  @Test
  void twoOfOneProcessLiveSideBySide() throws IOException {
    try (RunFolder one = RunFolder.create(data)) {
      try (RunFolder other = RunFolder.create(data)) {
        assertNotEquals(one.path(), other.path());
      }
      assertTrue(Files.isDirectory(one.path()));
    }
  }

  @Test
  void whatADeadProcessLeftIsSwept() throws IOException {
    Path run = Files.createDirectories(data.resolve("run"));
    Path left = Files.createDirectories(run.resolve("1-dead/bundle1"));
    Files.writeString(left.resolve("state"), "x");
    Files.createFile(run.resolve("1-dead.lock"));
    try (RunFolder mine = RunFolder.create(data)) {
      assertFalse(Files.exists(run.resolve("1-dead")));
      assertFalse(Files.exists(run.resolve("1-dead.lock")));
      assertTrue(Files.isDirectory(mine.path()));
    }
  }

  @Test
  void whatALivingProcessHoldsIsLeftAlone() throws IOException, InterruptedException {
    Path run = Files.createDirectories(data.resolve("run"));
    Path folder = Files.createDirectories(run.resolve("1-alive"));
    Path lock = Files.createFile(run.resolve("1-alive.lock"));
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                lock.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertEquals('!', holder.getInputStream().read(), "the other process holds the lock");
      RunFolder.create(data).close();
      assertTrue(Files.isDirectory(folder));
    } finally {
      holder.destroyForcibly().waitFor();
    }
    RunFolder.create(data).close();
    assertFalse(Files.exists(folder));
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> all = Files.list(data.resolve("run"))) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }
}
