package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.fxd.store.api.Store;
import org.fxd.store.sqlite.Committer.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that writes, again and again, and looks at what is left: all that it had
 * acknowledged, and of what it had not either all or nothing.
 */
class CrashTest {
  private static final int RANDOM_KILLS = 12;

  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);
  private Path file;
  private int last;

  @BeforeEach
  void create() {
    file = folder.resolve("x.fxd");
    provider.create(file).close();
  }

  @Test
  void nothingAcknowledgedIsLostWherePointsAreNamed() throws Exception {
    for (Point point : Point.values()) {
      if (point != Point.NONE) {
        killAt(point);
      }
    }
  }

  @Test
  void nothingAcknowledgedIsLostAtRandom() throws Exception {
    Random random = new Random(4);
    for (int i = 0; i < RANDOM_KILLS; i++) {
      try (Child child =
          Child.start(Committer.class, file.toString(), Point.NONE.name(), "1000000")) {
        int acknowledged = Integer.parseInt(child.line());
        long end = System.nanoTime() + random.nextInt(60_000_000);
        while (System.nanoTime() < end) {
          Thread.onSpinWait();
        }
        for (String line : child.kill()) {
          acknowledged = Integer.parseInt(line);
        }
        check(acknowledged, acknowledged + 1);
      }
    }
    assertTrue(last >= RANDOM_KILLS, "only " + last + " transactions");
  }

  private void killAt(Point point) throws IOException, InterruptedException {
    int before = last;
    try (Child child = Child.start(Committer.class, file.toString(), point.name(), "5")) {
      String line = child.line();
      while (!line.equals(point.name())) {
        line = child.line();
      }
      child.kill();
    }
    boolean opened = point != Point.OPENED;
    int acknowledged = before + (opened ? 5 : 0) + (point == Point.COMMITTED ? 1 : 0);
    check(acknowledged, acknowledged);
    if (point == Point.CLOSED) {
      assertEquals(List.of("x.fxd"), Databases.names(folder));
    }
  }

  private void check(int atLeast, int atMost) throws IOException {
    try (Store store = provider.open(file)) {
      int found = Transactions.last(store);
      assertTrue(atLeast <= found && found <= atMost, atLeast + " <= " + found + " <= " + atMost);
      for (int number = last + 1; number <= found; number++) {
        Transactions.assertWhole(store, number);
      }
      Transactions.assertNothing(store, found + 1);
      Transactions.assertIndexed(store, found);
      last = found;
    }
    assertEquals(List.of("x.fxd"), Databases.names(folder));
  }
}
