package org.fxd.store.sqlite.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.sqlite.Tapped;
import org.fxd.testkit.file.WatchedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Lets each step by which a file is changed fail, once or from then on, as a disk may. */
class FaultTest {
  private static final List<SQLiteErrorCode> ERRORS =
      List.of(
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR_WRITE,
          SQLiteErrorCode.SQLITE_IOERR_FSYNC,
          SQLiteErrorCode.SQLITE_NOMEM,
          SQLiteErrorCode.SQLITE_BUSY);

  /** Of so many steps, one fails. */
  private static final int EVERY = Soak.times(8, 1);

  @TempDir Path folder;

  private final Random random = new Random(Soak.isOn() ? System.nanoTime() : 3);

  @Test
  void aFailureAtAnyStepIsToldAndUndone() throws Exception {
    Rehearsal rehearsal = new Rehearsal(Files.createDirectory(folder.resolve("first")));
    Path home = Files.createDirectory(folder.resolve("home"));
    int faults = 0;
    for (Act act : Act.values()) {
      boolean happened = true;
      for (int step = 1 + random.nextInt(EVERY); happened; step += EVERY) {
        Fault fault = new Fault(step, random);
        try {
          rehearsal.play(act, home, fault);
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(act + " at step " + step + ", " + fault + ": " + e, e);
        }
        happened = fault.happened;
        faults += happened ? 1 : 0;
      }
    }
    Soak.tell(faults + " faults, of which were told: " + rehearsal.heard());
    assertTrue(faults > 40, "only " + faults);
  }

  /** Lets a step fail. */
  private static final class Fault implements Rehearsal.Obstacle {
    private final SQLiteErrorCode error;
    private final boolean lasts;
    private final boolean undoes;
    private int left;
    private boolean happened;

    Fault(int step, Random random) {
      this.left = step;
      this.error = ERRORS.get(random.nextInt(ERRORS.size()));
      this.lasts = random.nextBoolean();
      this.undoes = random.nextBoolean();
    }

    @Override
    public StoreProvider provider() {
      return Tapped.provider(this::before);
    }

    @Override
    public Path path(Path file) {
      return WatchedFiles.watched(file, (change, path) -> before(path));
    }

    @Override
    public synchronized void remove(Store store) {
      left = Integer.MAX_VALUE;
    }

    private synchronized void before(String sql, Connection connection) throws SQLException {
      if (!sql.equals("ROLLBACK") && isNow()) {
        if (undoes) {
          undo(connection);
        }
        throw new SQLiteException("[" + error + "] a test wants it so", error);
      }
    }

    /** As SQLite does of itself after some failures. */
    private static void undo(Connection connection) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("ROLLBACK");
      } catch (SQLException e) {
        assertTrue(e.getMessage().contains("no transaction is active"), e.getMessage());
      }
    }

    private synchronized void before(Path path) throws IOException {
      if (isNow()) {
        throw new IOException(path + ": No space left on device");
      }
    }

    private boolean isNow() {
      left--;
      boolean now = left == 0 || lasts && left < 0;
      happened |= now;
      return now;
    }

    @Override
    public String toString() {
      return error + (lasts ? " from then on" : " once") + (undoes ? ", undone" : "");
    }
  }
}
