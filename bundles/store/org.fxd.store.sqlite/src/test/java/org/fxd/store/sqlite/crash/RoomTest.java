package org.fxd.store.sqlite.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.sqlite.Child;
import org.fxd.store.sqlite.SqliteStoreProvider;
import org.fxd.store.sqlite.Tapped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** There is no more room: in the file, on the disk, or for this process. */
class RoomTest {
  private static final int PAGE = 4096;

  /** How often each is tried for each act. */
  private static final int TIMES = Soak.times(4, 60);

  @TempDir Path folder;

  private final Random random = new Random(Soak.isOn() ? System.nanoTime() : 12);
  private final StoreProvider provider = new SqliteStoreProvider(null);

  @Test
  void aFileThatMayNotGrowIsWhole() throws Exception {
    Rehearsal rehearsal = new Rehearsal(Files.createDirectory(folder.resolve("first")));
    Path home = Files.createDirectory(folder.resolve("home"));
    for (Act act : Act.values()) {
      for (int i = 0; i < TIMES; i++) {
        rehearsal.play(act, home, new PageLimit(random.nextInt(1 << random.nextInt(8))));
      }
    }
    Soak.tell("a file that may not grow: " + rehearsal.heard());
    assertTrue(
        rehearsal.heard().keySet().stream().anyMatch(what -> what.contains("is full")),
        rehearsal.heard().toString());
  }

  @Test
  void afullDiskLeavesTheFileWhole() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    assumeTrue(mount(home, "size=1m"), "nothing can be mounted here");
    try {
      Rehearsal rehearsal = new Rehearsal(Files.createDirectory(folder.resolve("first")));
      for (Act act : Act.values()) {
        for (int i = 0; i < TIMES; i++) {
          rehearsal.play(act, home, new DiskLimit(home, random.nextInt(1 << random.nextInt(9))));
        }
      }
      Soak.tell("a disk that is full: " + rehearsal.heard());
      assertTrue(
          rehearsal.heard().keySet().stream().anyMatch(what -> what.contains("is full")),
          rehearsal.heard().toString());
    } finally {
      run("umount", home.toString());
    }
  }

  @Test
  void aProcessThatMayWriteNoMoreLeavesTheFileWhole() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell here");
    int failed = 0;
    // The native libraries would not be written either.
    victim(Files.createDirectory(folder.resolve("first")), "unlimited", Act.EVERYDAY.name());
    for (int i = 0; i < TIMES; i++) {
      Path home = Files.createDirectory(folder.resolve("home" + i));
      Path file = home.resolve("x.fxd");
      int blocks = 100 + 300 * i + random.nextInt(300);
      Ledger ledger = new Ledger();
      for (String line : victim(home, Integer.toString(blocks))) {
        if (line.startsWith("failed")) {
          assertTrue(line.contains(".fxd"), line);
          failed++;
        } else if (line.matches("(begun|done|collecting).*")) {
          ledger.note(line);
        }
      }
      try (Store store = Files.exists(file) ? provider.open(file) : provider.create(file)) {
        Judge.judge(store, ledger.bounds());
      }
    }
    Soak.tell(failed + " processes that may write no more");
    assertTrue(failed > 0, "nothing failed");
  }

  private List<String> victim(Path home, String blocks, String... acts) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of(home.resolve("x.fxd").toString(), "1000000", "0", "0", "0"));
    arguments.addAll(List.of(acts));
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    List<String> lines = new ArrayList<>();
    try (Child child =
        Child.start(
            List.of("/bin/sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"),
            List.of("-XX:-UsePerfData", "-Dorg.sqlite.tmpdir=" + temporary),
            Victim.class,
            arguments.toArray(String[]::new))) {
      for (String line = child.line(); line != null; line = child.line()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The file may grow by so many pages. */
  private record PageLimit(int pages) implements Rehearsal.Obstacle {
    @Override
    public StoreProvider provider() {
      return new SqliteStoreProvider(null);
    }

    @Override
    public void raise(Store store) throws SQLException {
      Tapped.limit(store, store.facts().bytes() / PAGE + pages);
    }

    @Override
    public void remove(Store store) throws SQLException {
      if (store != null) {
        Tapped.limit(store, Integer.MAX_VALUE);
      }
    }
  }

  /** The disk has so many pages of room. */
  private record DiskLimit(Path disk, int pages) implements Rehearsal.Obstacle {
    @Override
    public StoreProvider provider() {
      return new SqliteStoreProvider(null);
    }

    @Override
    public void raise(Store store) throws IOException {
      long used = 0;
      try (var files = Files.list(disk)) {
        for (Path file : files.toList()) {
          used += (Files.size(file) + PAGE - 1) / PAGE;
        }
      }
      resize((used + pages) * PAGE);
    }

    @Override
    public void remove(Store store) throws IOException {
      resize(256L << 20);
    }

    @Override
    public Path path(Path file) {
      return file;
    }

    private void resize(long bytes) throws IOException {
      assertTrue(run("mount", "-o", "remount,size=" + bytes, disk.toString()), "cannot resize");
    }
  }

  private static boolean mount(Path folder, String options) throws IOException {
    return run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
  }

  private static boolean run(String... command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(new ArrayList<>(List.of(command)))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException e) {
      return false; // There is no such program here.
    }
  }
}
