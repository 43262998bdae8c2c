package org.fxd.store.sqlite.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.sqlite.Child;
import org.fxd.store.sqlite.SqliteStoreProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that writes, at random and at steps, again and again, each time going on from
 * what was left: all that it had acknowledged is there, and of what it had not either all or
 * nothing.
 */
class KillTest {
  private static final int KILLS = Soak.times(50, 1_200);

  /** So often, a new file is begun: the more is in it, the longer it takes to look at it. */
  private static final int LIVES = 5;

  /** Within so many lines of what it tells, it has done everything at least once. */
  private static final int LINES = 160;

  private static final int STARTING_NANOS = 400_000_000;
  private static final int WORKING_NANOS = 5_000_000;

  @TempDir Path folder;

  private final StoreProvider provider = new SqliteStoreProvider(null);
  private Path home;
  private Path file;
  private int[] found;
  private boolean collected;
  private long transactions;

  @BeforeEach
  void begin() throws IOException {
    home = folder.resolve("home");
    file = home.resolve("x.fxd");
    found = new int[Ledger.LANES];
    collected = false;
    Files.createDirectory(home);
  }

  @Test
  void nothingAcknowledgedIsLostAtRandom() throws Exception {
    Random random = new Random(Soak.isOn() ? System.nanoTime() : 4);
    for (int kill = 1; kill <= KILLS; kill++) {
      try (Child child = start(0)) {
        assertEquals("start", child.line());
        List<String> lines = new ArrayList<>();
        int before = random.nextInt(5) == 0 ? 0 : random.nextInt(LINES);
        for (int line = 0; line < before; line++) {
          lines.add(child.line());
        }
        pause(random.nextInt(before == 0 ? STARTING_NANOS : WORKING_NANOS));
        lines.addAll(child.kill());
        judge(lines);
      }
      if (kill % LIVES == 0) {
        Snapshot.remove(home);
        begin();
      }
    }
    Soak.tell(KILLS + " kills at random, " + transactions + " transactions acknowledged before");
    assertTrue(transactions > KILLS, transactions + " transactions");
  }

  private static void pause(int nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void nothingAcknowledgedIsLostAtSteps() throws Exception {
    int every = Soak.times(97, 1);
    int kills = 0;
    boolean ended = false;
    for (int step = 1; !ended; step += every) {
      Snapshot.remove(home);
      begin();
      try (Child child = start(step)) {
        assertEquals("start", child.line());
        List<String> lines = new ArrayList<>();
        for (String line = child.line(); line != null; line = child.line()) {
          lines.add(line);
        }
        ended = lines.removeIf(line -> line.startsWith("steps"));
        judge(lines);
        kills++;
      }
    }
    Soak.tell(kills + " kills, one before every " + every + ". step");
    assertTrue(kills > 5, "only " + kills);
  }

  private Child start(int step) throws IOException {
    // What the killed one leaves there, such as native libraries, goes with the test.
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    return Child.start(
        List.of(),
        List.of("-Djava.io.tmpdir=" + temporary, "-Dorg.sqlite.tmpdir=" + temporary),
        Victim.class,
        file.toString(),
        Integer.toString(step),
        Integer.toString(found[0]),
        Integer.toString(found[1]),
        Integer.toString(found[2]));
  }

  private void judge(List<String> lines) throws IOException {
    Ledger ledger = new Ledger(found, line -> {});
    lines.forEach(ledger::note);
    transactions += lines.stream().filter(line -> line.startsWith("done")).count();
    collected |= ledger.bounds().collected();
    Ledger.Bounds bounds =
        new Ledger.Bounds(ledger.bounds().least(), ledger.bounds().most(), collected);
    boolean isThere = Files.exists(file);
    assertTrue(isThere || ledger.last(0).number() == 0, "the file is gone");
    try (Store store = isThere ? provider.open(file) : provider.create(file)) {
      found = Judge.judge(store, bounds);
    }
    Path copy = home.resolve("copy.fxd");
    if (Files.exists(copy)) {
      try (Store store = provider.open(copy)) {
        Judge.judge(store, new Ledger.Bounds(new int[Ledger.LANES], bounds.most(), collected));
      }
      Files.delete(copy);
    }
    try (Stream<Path> files = Files.list(home)) {
      List<String> names =
          new ArrayList<>(files.map(path -> path.getFileName().toString()).toList());
      names.removeIf(name -> name.startsWith("copy.fxd."));
      assertEquals(List.of("x.fxd"), names);
    }
  }
}
