package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fxd.store.sqlite.crash.Soak;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files with something wrong in them, and all that can be done with a file done to each: what
 * comes out is right, or there is a sentence that names the file. {@code -Dfxd.seed} repeats what a
 * failure tells.
 */
class FuzzTest {
  /** Nothing takes so long, even on a machine that others use; what does has no end. */
  private static final int HANGING_SECONDS = 300;

  @TempDir Path folder;

  private final Queue<Throwable> elsewhere = new ConcurrentLinkedQueue<>();
  private Thread.UncaughtExceptionHandler usual;
  private int files;
  private int read;

  @BeforeEach
  void listen() {
    usual = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> elsewhere.add(failure));
  }

  @AfterEach
  void stopListening() {
    Thread.setDefaultUncaughtExceptionHandler(usual);
  }

  /** Makes one of the many files of a test. */
  private interface Making {
    Made make(Random random) throws Exception;
  }

  private record Made(Specimen specimen, boolean isSoundTree, String how) {}

  @Test
  void bytesThatAreOthers() throws Exception {
    List<Specimen> specimens = specimens();
    many(
        "bytes",
        Soak.times(20, 20_000),
        random -> {
          Specimen one = specimens.get(random.nextInt(specimens.size()));
          if (one.log().isPresent() && random.nextBoolean()) {
            Optional<byte[]> log = one.log().map(bytes -> ByteMutations.of(bytes, random));
            return new Made(one.with(one.file(), log), false, one.name() + "'s log");
          }
          return new Made(
              one.with(ByteMutations.of(one.file(), random), one.log()), false, one.name());
        });
  }

  @Test
  void rowsThatAreOthers() throws Exception {
    List<Specimen> specimens = specimens();
    many(
        "rows",
        Soak.times(20, 20_000),
        random -> {
          Specimen one = specimens.get(random.nextInt(6) == 0 ? 2 : 0);
          Path file = Files.write(folder.resolve("made.fxd"), one.file());
          RowMutations.on(file, random, one.samples());
          return new Made(one.with(Files.readAllBytes(file), Optional.empty()), true, one.name());
        });
  }

  @Test
  void schemasThatAreOthers() throws Exception {
    List<Specimen> specimens = specimens();
    many(
        "schemas",
        Soak.times(20, 5_000),
        random -> {
          Specimen one = specimens.get(random.nextInt(6) == 0 ? 2 : 0);
          Path file = Files.write(folder.resolve("made.fxd"), one.file());
          String how = SchemaMutations.on(file, random);
          return new Made(
              one.with(Files.readAllBytes(file), Optional.empty()), false, one.name() + ": " + how);
        });
  }

  @Test
  void treesWithoutAnEnd() throws Exception {
    List<Specimen> specimens = specimens();
    for (Specimen one : List.of(specimens.get(0), specimens.get(2))) {
      for (String name :
          List.of(
              "sqlite_schema",
              "metadata",
              "refs",
              "transactions",
              "nodes",
              "values",
              "commits",
              "operations",
              "pieces",
              "runs",
              "blocks",
              "sqlite_autoindex_blocks_1",
              "sqlite_autoindex_pieces_1",
              "sqlite_autoindex_nodes_1",
              "index_entries")) {
        Path file = Files.write(folder.resolve("made.fxd"), one.file());
        if (!name.equals("sqlite_schema")
            && Databases.number(
                    file, "SELECT count(*) FROM sqlite_schema WHERE name = '" + name + "'")
                == 0) {
          continue;
        }
        if (Braid.of(file, name)) {
          Specimen braided = one.with(Files.readAllBytes(file), Optional.empty());
          many("trees", 1, random -> new Made(braided, false, one.name() + ": " + name));
        }
      }
    }
  }

  private List<Specimen> specimens() throws Exception {
    Path made = Files.createDirectory(folder.resolve("specimens"));
    Specimen settled = Specimen.settled(made);
    return List.of(settled, settled.crashed(made), Specimen.draft(made));
  }

  private void many(String what, int tries, Making making) throws Exception {
    long first = Soak.seed();
    for (int i = 0; i < tries; i++) {
      Random random = new Random(first + i);
      Made made = making.make(random);
      one(what + " of " + made.how() + ", -Dfxd.seed=" + (first + i), made, tries == 1, random);
    }
    if (tries > 1) {
      Soak.tell("fuzz", files + " files with other " + what + ": " + read + " read");
      assertTrue(read > 0 && read < files, read + " of " + files + " read");
    }
  }

  /** In a thread of its own, so that one that hangs is told of. */
  private void one(String name, Made made, boolean isThorough, Random random) throws IOException {
    Path place = Files.createDirectories(folder.resolve("tried"));
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> new Trial(place, made.specimen(), made.isSoundTree(), isThorough, random).run());
    Thread thread = new Thread(task, "trial");
    thread.setDaemon(true);
    thread.start();
    try {
      files++;
      read += task.get(HANGING_SECONDS, TimeUnit.SECONDS) ? 1 : 0;
    } catch (TimeoutException e) {
      throw new AssertionError(name + " hangs: " + stacks(), e);
    } catch (ExecutionException e) {
      throw new AssertionError(name + ": " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError(name, e);
    }
    assertEquals(List.of(), List.copyOf(elsewhere), name);
  }

  private static String stacks() {
    StringBuilder stacks = new StringBuilder();
    for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
      if (each.getKey().equals(Thread.currentThread())
          || !Arrays.toString(each.getValue()).contains("org.fxd.")) {
        continue;
      }
      stacks.append('\n').append(each.getKey().getName());
      for (StackTraceElement element : each.getValue()) {
        stacks.append("\n  ").append(element);
      }
    }
    return stacks.toString();
  }
}
