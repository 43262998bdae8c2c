package org.fxd.store.sqlite.crash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.DamagedStoreException;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.sqlite.SqliteStoreProvider;
import org.fxd.store.sqlite.Tapped;
import org.fxd.testkit.file.WatchedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Salvaging is killed, or fails, at each step: there is the damaged file or a sound one. */
class SalvageStepsTest {
  private static final int DONE = 5;
  private static final int WHOLE = 3;

  @TempDir Path folder;

  private final StoreProvider plain = new SqliteStoreProvider(null);
  private Path work;
  private byte[] damaged;

  /** A project with a log beside it, in which the fourth of five transactions is damaged. */
  @BeforeEach
  void create() throws Exception {
    work = Files.createDirectory(folder.resolve("work"));
    Path made = folder.resolve("made.fxd");
    Ledger ledger = new Ledger();
    try (Store store = plain.create(made)) {
      for (int i = 0; i < DONE; i++) {
        ledger.commit(store, 1);
      }
    }
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + made);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE transactions SET checksum = 0 WHERE id = " + (WHOLE + 1));
    }
    damaged = Files.readAllBytes(made);
    reset();
  }

  private void reset() throws IOException {
    Snapshot.remove(work);
    Files.createDirectory(work);
    Files.write(work.resolve("x.fxd"), damaged);
  }

  @Test
  void aKillAtAnyStepLeavesOneOfThem() {
    Set<String> seen = new HashSet<>();
    List<String> kinds = new ArrayList<>();
    Path file =
        WatchedFiles.watched(
            work.resolve("x.fxd"), (change, path) -> look(seen, kinds, change + path));
    Tapped.provider((sql, connection) -> look(seen, kinds, sql))
        .salvage(file, new Ignoring(), Progress.NONE, Cancellation.none());
    look(seen, kinds, "the end");
    assertTrue(kinds.contains("damaged") && kinds.contains("sound"), kinds.toString());
    Soak.tell("salvaging left " + seen.size() + " states");
  }

  private void look(Set<String> seen, List<String> kinds, String step) {
    try {
      Snapshot left = Snapshot.of(work);
      if (seen.add(left.sign())) {
        Path copy = folder.resolve("copy");
        left.writeTo(copy);
        kinds.add(kind(copy, step));
        Snapshot.remove(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String kind(Path home, String step) throws IOException {
    Path file = home.resolve("x.fxd");
    try (Store store = plain.open(file)) {
      assertEquals(new Deed(1, WHOLE).operation(), store.ref("lane 1").orElseThrow(), step);
      assertArrayEquals(damaged, Files.readAllBytes(home.resolve("x.damaged.fxd")), step);
      return "sound";
    } catch (DamagedStoreException e) {
      // As it was; so it can be salvaged again.
      Path aside = plain.salvage(file, new Ignoring(), Progress.NONE, Cancellation.none());
      assertTrue(Files.exists(aside), step);
      plain.open(file).close();
      return "damaged";
    }
  }

  @Test
  void aFailureAtAnyStepLeavesOneOfThem() throws IOException {
    int failed = 0;
    boolean happened = true;
    for (int step = 1; happened; step++) {
      reset();
      int[] left = {step};
      Path file =
          WatchedFiles.watched(
              work.resolve("x.fxd"),
              (change, path) -> {
                if (--left[0] == 0) {
                  throw new IOException(path + ": No space left on device");
                }
              });
      StoreProvider provider = Tapped.provider((sql, connection) -> fail(left));
      try {
        provider.salvage(file, new Ignoring(), Progress.NONE, Cancellation.none());
      } catch (FxdException e) {
        assertTrue(e.getMessage().contains(".fxd"), e.getMessage());
        failed++;
      }
      happened = left[0] <= 0;
      kind(work, "step " + step);
    }
    Soak.tell("salvaging failed at " + failed + " steps");
    assertTrue(failed > 20, "only " + failed);
  }

  private static void fail(int[] left) throws SQLException {
    if (--left[0] == 0) {
      throw new SQLiteException("a test wants it so", SQLiteErrorCode.SQLITE_FULL);
    }
  }

  @Test
  void whatIsNotThereOrHeldIsNotSalvaged() {
    assertThrows(
        FxdException.class,
        () ->
            plain.salvage(
                work.resolve("none.fxd"), new Ignoring(), Progress.NONE, Cancellation.none()));
    Path file = work.resolve("x.fxd");
    try (Store store = plain.openToRead(file)) {
      assertEquals(file, store.file().orElseThrow());
      assertThrows(
          FxdException.class,
          () -> plain.salvage(file, new Ignoring(), Progress.NONE, Cancellation.none()));
    }
  }

  private static final class Ignoring implements Inspector {
    @Override
    public void object(ObjectType type, Hash hash, Optional<byte[]> bytes) {}

    @Override
    public void ref(String name, Hash hash) {}

    @Override
    public void problem(Problem problem) {}
  }
}
