package org.fxd.store.sqlite.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.sqlite.SqliteStoreProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does everything by which a file is changed, and between each two steps takes the power away: of
 * what was written since the step before, the disk has some and not the rest, in any order, and
 * halves of pages. What was acknowledged before that step is there all the same.
 *
 * <p>How the disk was asked to have it is not seen here; {@link TraceTest} looks at that.
 */
class PowerLossTest {
  private static final String FILE = "x.fxd";
  private static final String LOG = "x.fxd-wal";

  /** For each two steps, so many of each kind. */
  private static final int MOST = Soak.times(3, 40);

  @TempDir Path folder;

  private final StoreProvider plain = new SqliteStoreProvider(null);
  private final Ledger ledger = new Ledger();
  private final Random random = new Random(Soak.isOn() ? System.nanoTime() : 11);
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final List<AssertionError> failures = new ArrayList<>();
  private Snapshot before;
  private Ledger.Bounds known;

  @Test
  void whatWasAcknowledgedOutlastsAPowerFailure() throws IOException {
    Path work = Files.createDirectory(folder.resolve("work"));
    // Many everyday ones are all alike.
    Set<Act> acts =
        Soak.isOn() ? EnumSet.allOf(Act.class) : EnumSet.complementOf(EnumSet.of(Act.MANY));
    Play.play(work, ledger, acts, step -> reach(work, step));
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    int total = kinds.values().stream().mapToInt(Integer::intValue).sum();
    Soak.tell(total + " power failures: " + kinds);
    assertTrue(total > 300 && kinds.size() == 5, kinds.toString());
  }

  private synchronized void reach(Path work, String step) {
    Ledger.Bounds at = ledger.bounds();
    try {
      Snapshot now = Snapshot.of(work);
      if (before != null && before.has(FILE) && !before.sign().equals(now.sign())) {
        Ledger.Bounds bounds =
            new Ledger.Bounds(known.least(), ledger.bounds().most(), at.collected());
        takePower(now, bounds);
      }
      before = now;
      known = at;
    } catch (AssertionError | RuntimeException e) {
      failures.add(new AssertionError("Before '" + step + "': " + e.getMessage(), e));
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void takePower(Snapshot now, Ledger.Bounds bounds) throws IOException {
    byte[] oldFile = before.file(FILE);
    byte[] newFile = now.file(FILE);
    byte[] oldLog = before.has(LOG) ? before.file(LOG) : new byte[0];
    byte[] newLog = now.has(LOG) ? now.file(LOG) : new byte[0];
    if (newLog.length > 0 && oldFile.length == newFile.length) {
      Log log = new Log(oldLog, newLog);
      for (int end : chosen(log.ends())) {
        judge("cut log", oldFile, log.cut(end), bounds);
      }
      for (int end : chosen(log.ends())) {
        judge("torn log", oldFile, log.cut(end + 1 + random.nextInt(Log.FRAME - 1)), bounds);
      }
      for (int i = 0; i < MOST; i++) {
        judge("garbled log", oldFile, log.garbled(random), bounds);
        judge("log in any order", oldFile, log.someOf(random), bounds);
      }
    }
    if (!java.util.Arrays.equals(oldFile, newFile) && oldLog.length > 0) {
      // A checkpoint: the log is whole, or it is over.
      for (int i = 0; i < 2 * MOST; i++) {
        judge("file in any order", Log.mixed(oldFile, newFile, random), oldLog, bounds);
      }
      judge("file in any order", newFile, oldLog, bounds);
    }
  }

  private List<Integer> chosen(List<Integer> all) {
    List<Integer> some = new ArrayList<>(all);
    while (some.size() > 2 * MOST) {
      some.remove(random.nextInt(some.size()));
    }
    return some;
  }

  private void judge(String kind, byte[] file, byte[] log, Ledger.Bounds bounds)
      throws IOException {
    kinds.merge(kind, 1, Integer::sum);
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Path left = Files.write(copy.resolve(FILE), file);
    Files.write(copy.resolve(LOG), log);
    int[] found;
    try (Store store = plain.open(left)) {
      found = Judge.judge(store, bounds);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(kind + ": " + e.getMessage(), e);
    }
    try (Store store = plain.openToRead(left)) {
      Judge.judge(store, new Ledger.Bounds(found, found, bounds.collected()));
    }
    try (Stream<Path> files = Files.list(copy)) {
      assertEquals(List.of(FILE), files.map(each -> each.getFileName().toString()).toList());
    }
    Snapshot.remove(copy);
  }
}
