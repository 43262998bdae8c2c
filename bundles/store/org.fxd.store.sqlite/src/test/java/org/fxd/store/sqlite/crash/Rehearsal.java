package org.fxd.store.sqlite.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.fxd.graph.api.error.FxdException;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.sqlite.SqliteStoreProvider;

/**
 * Plays each act from where it begins, with something in the way, and judges what comes of it: who
 * hears of a failure hears it in words, of the right file; the state before is whole; and when
 * nothing is in the way any more the store goes on, without being opened anew.
 */
final class Rehearsal {
  private final StoreProvider plain = new SqliteStoreProvider(null);
  private final Map<Act, Snapshot> starts = new EnumMap<>(Act.class);
  private final Map<Act, int[]> done = new EnumMap<>(Act.class);
  private final Map<String, Integer> heard = new TreeMap<>();

  /** What is in the way. */
  interface Obstacle {
    /** How the file is opened. */
    StoreProvider provider();

    /** The path by which it is opened. */
    default Path path(Path file) {
      return file;
    }

    /** The store was opened. */
    default void raise(Store store) throws SQLException, IOException {}

    /** Nothing is in the way from now on. */
    void remove(Store store) throws SQLException, IOException;
  }

  /** Plays all acts once, with nothing in the way, to know where each begins. */
  Rehearsal(Path folder) throws IOException {
    Ledger ledger = new Ledger();
    Path file = folder.resolve("x.fxd");
    plain.create(file).close();
    for (Act act : Act.values()) {
      starts.put(act, Snapshot.of(folder));
      done.put(act, ledger.bounds().least());
      try (Store store = plain.open(file)) {
        act.play(new Stage(store, file, ledger));
      }
    }
  }

  /** What was heard of failures, and how often. */
  Map<String, Integer> heard() {
    return heard;
  }

  /**
   * Plays an act.
   *
   * @param home a folder for it, which is empty before and after
   */
  void play(Act act, Path home, Obstacle obstacle) throws IOException, SQLException {
    starts.get(act).writeTo(home);
    Ledger ledger = new Ledger(done.get(act), line -> {});
    if (act.compareTo(Act.COMPACT) > 0) {
      ledger.collect();
    }
    Path file = obstacle.path(home.resolve("x.fxd"));
    try (Store store = obstacle.provider().open(file)) {
      if (!store.isReadOnly()) {
        obstacle.raise(store);
        play(act, new Stage(store, file, ledger), obstacle);
      }
    } catch (FxdException e) {
      hear(e);
    }
    obstacle.remove(null);
    judge(home, ledger);
    try (Stream<Path> files = Files.list(home)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
  }

  private void play(Act act, Stage stage, Obstacle obstacle) throws SQLException, IOException {
    try {
      act.play(stage);
    } catch (FxdException e) {
      hear(e);
      obstacle.remove(stage.store());
      try {
        goOn(stage);
      } catch (FxdException more) {
        more.addSuppressed(e);
        throw new AssertionError("It does not go on: " + more.getMessage(), more);
      }
    }
  }

  private static void goOn(Stage stage) {
    Judge.judge(stage.store(), stage.ledger().bounds());
    stage.ledger().commit(stage.store(), 0);
    stage.ledger().commit(stage.store(), 1);
    stage.store().checkpoint();
    Judge.judge(stage.store(), stage.ledger().bounds());
  }

  private void judge(Path home, Ledger ledger) throws IOException {
    try (Store store = plain.open(home.resolve("x.fxd"))) {
      Judge.judge(store, ledger.bounds());
      ledger.commit(store, 0);
    }
    Path copy = home.resolve("copy.fxd");
    if (Files.exists(copy)) {
      Ledger.Bounds bounds = ledger.bounds();
      try (Store store = plain.open(copy)) {
        Judge.judge(
            store, new Ledger.Bounds(new int[Ledger.LANES], bounds.most(), bounds.collected()));
      }
    }
    try (Stream<Path> files = Files.list(home)) {
      List<String> names =
          new ArrayList<>(files.map(path -> path.getFileName().toString()).sorted().toList());
      names.removeIf(name -> name.startsWith("copy.fxd"));
      assertEquals(List.of("x.fxd"), names);
    }
  }

  private void hear(FxdException failure) {
    assertTrue(failure.getMessage().contains(".fxd"), failure.getMessage());
    assertTrue(!failure.hint().orElse("").isBlank(), failure.getMessage());
    heard.merge(failure.getMessage().replaceAll("/\\S*/|\\d+", ""), 1, Integer::sum);
  }
}
