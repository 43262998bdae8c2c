package org.fxd.store.sqlite.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.sqlite.SqliteStoreProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does everything by which a file is changed, and at each step, before it is taken, looks at a copy
 * of what is on the disk: what a program that is killed there leaves behind. Each must open to a
 * state that has all that was acknowledged by then, and nothing half-done.
 */
class WritePointTest {
  @TempDir Path folder;

  private final StoreProvider plain = new SqliteStoreProvider(null);
  private final Ledger ledger = new Ledger();
  private final Map<String, int[]> judged = new HashMap<>();
  private final Map<String, Integer> steps = new TreeMap<>();
  private final List<AssertionError> failures = new ArrayList<>();

  @Test
  void whatIsLeftAtEachStepIsWhole() throws IOException {
    Path work = Files.createDirectory(folder.resolve("work"));
    Play.play(work, ledger, List.of(Act.values()), step -> reach(work, step));
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    assertEquals(List.of("copy.fxd", "x.fxd"), names(work));
    int total = steps.values().stream().mapToInt(Integer::intValue).sum();
    Soak.tell(total + " write points left " + judged.size() + " states: " + steps);
    assertTrue(total > 300 && judged.size() > 100, total + " points, " + judged.size() + " states");
  }

  /** One thread at a time changes a file, and this is the one. */
  private synchronized void reach(Path work, String step) {
    Ledger.Bounds before = ledger.bounds();
    try {
      Snapshot left = Snapshot.of(work);
      Ledger.Bounds after = ledger.bounds();
      Ledger.Bounds bounds = new Ledger.Bounds(before.least(), after.most(), after.collected());
      steps.merge(step.strip().split("[ (=]")[0], 1, Integer::sum);
      int[] found = judged.get(left.sign());
      if (found == null) {
        judged.put(left.sign(), judge(left, bounds));
      } else {
        // The same was on the disk before; by now more may be acknowledged.
        bounds.require(found);
      }
    } catch (AssertionError | RuntimeException e) {
      failures.add(new AssertionError("Killed before '" + step + "': " + e.getMessage(), e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int[] judge(Snapshot left, Ledger.Bounds bounds) throws IOException {
    Path copy = folder.resolve("copy");
    left.writeTo(copy);
    Path file = copy.resolve("x.fxd");
    int[] found;
    boolean isThere = Files.exists(file);
    try (Store store = isThere ? plain.open(file) : plain.create(file)) {
      found = Judge.judge(store, bounds);
      goOn(store, found);
    }
    try (Store store = plain.open(file)) {
      int[] next = found.clone();
      next[0]++;
      Judge.judge(store, new Ledger.Bounds(next, next, bounds.collected()));
    }
    if (left.has("copy.fxd")) {
      try (Store store = plain.open(copy.resolve("copy.fxd"))) {
        Judge.judge(
            store, new Ledger.Bounds(new int[Ledger.LANES], bounds.most(), bounds.collected()));
      }
    }
    List<String> names = names(copy);
    names.removeIf(name -> name.startsWith("copy.fxd"));
    assertEquals(List.of("x.fxd"), names);
    Snapshot.remove(copy);
    return found;
  }

  /** Whatever was left, one can write to it. */
  private static void goOn(Store store, int[] found) {
    try (Batch batch = store.begin()) {
      new Deed(0, found[0] + 1).write(batch);
      batch.commit();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }
}
