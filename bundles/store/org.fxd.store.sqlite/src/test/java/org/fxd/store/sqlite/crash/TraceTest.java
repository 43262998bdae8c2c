package org.fxd.store.sqlite.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.sqlite.Child;
import org.fxd.store.sqlite.SqliteStoreProvider;
import org.fxd.store.sqlite.crash.Trace.Event;
import org.fxd.store.sqlite.crash.Trace.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Traces what a program asks the system to write, and looks at what is there if it is killed, or
 * the power fails, between each two of these calls. Skipped where nothing can be traced.
 */
class TraceTest {
  /** Of so many calls, one is looked at. */
  private static final int EVERY = Soak.times(12, 1);

  private static final int FAILURES = Soak.times(1, 4);

  @TempDir Path folder;

  private final StoreProvider provider = new SqliteStoreProvider(null);
  private final Random random = new Random(Soak.isOn() ? System.nanoTime() : 7);
  private final Ledger ledger = new Ledger();
  private final StringBuilder said = new StringBuilder();

  @Test
  void anAcknowledgedTransactionIsOnTheDisk() throws Exception {
    int done = 0;
    int syncs = 0;
    Disk disk = new Disk();
    for (Event event : trace(Act.EVERYDAY, Act.LARGE)) {
      disk.apply(event);
      for (String line : lines(event)) {
        if (line.startsWith("begun")) {
          syncs = 0;
        } else if (line.startsWith("done")) {
          done++;
          assertTrue(syncs > 0, "nobody waited for the disk before " + line);
          assertTrue(disk.isSynced("x.fxd-wal"), "not all was on the disk at " + line);
        }
      }
      syncs += event.what() == What.SYNC && event.file().equals("x.fxd-wal") ? 1 : 0;
    }
    assertEquals(4, done);
  }

  @Test
  void whatIsLeftAfterEachCallIsWhole() throws Exception {
    Disk disk = new Disk();
    Set<String> seen = new HashSet<>();
    int killed = 0;
    int powerless = 0;
    int number = 0;
    List<Event> events = trace(Act.values());
    for (Event event : events) {
      disk.apply(event);
      lines(event).forEach(ledger::note);
      if (event.what() == What.SAY || ++number % EVERY != 0) {
        continue;
      }
      if (seen.add(disk.killed().sign())) {
        judge("Killed", number, event, disk.killed());
        killed++;
      }
      for (int i = 0; i < FAILURES; i++) {
        Snapshot left = disk.powerless(random);
        if (seen.add(left.sign())) {
          judge("Without power", number, event, left);
          powerless++;
        }
      }
    }
    Soak.tell(
        number
            + " calls that write, "
            + killed
            + " states after a kill, "
            + powerless
            + " after a power failure");
    assertTrue(killed > 50 && powerless > 50, killed + " " + powerless);
  }

  private List<Event> trace(Act... acts) throws Exception {
    Path output = folder.resolve("trace");
    Optional<List<String>> strace = Trace.command(output);
    assumeTrue(strace.isPresent(), "nothing can be traced here");
    Path home = Files.createDirectory(folder.toRealPath().resolve("home"));
    List<String> arguments =
        new ArrayList<>(List.of(home.resolve("x.fxd").toString(), "1000000", "0", "0", "0"));
    Stream.of(acts).map(Act::name).forEach(arguments::add);
    try (Child child =
        Child.start(strace.get(), List.of(), Victim.class, arguments.toArray(String[]::new))) {
      String last = "";
      for (String line = child.line(); line != null; line = child.line()) {
        last = line;
      }
      assertTrue(last.startsWith("steps"), last);
    }
    return Trace.read(output, home);
  }

  /** The lines that were said to their end with this. */
  private List<String> lines(Event event) {
    List<String> lines = new ArrayList<>();
    if (event.what() == What.SAY) {
      said.append(event.text());
      for (int end = said.indexOf("\n"); end >= 0; end = said.indexOf("\n")) {
        lines.add(said.substring(0, end));
        said.delete(0, end + 1);
      }
    }
    lines.removeIf(line -> line.matches("start|steps.*|.*Linux.*"));
    return lines;
  }

  private void judge(String how, int number, Event event, Snapshot left) throws IOException {
    Path home = folder.resolve("left");
    left.writeTo(home);
    Path file = home.resolve("x.fxd");
    boolean isThere = Files.exists(file);
    try (Store store = isThere ? provider.open(file) : provider.create(file)) {
      Judge.judge(store, ledger.bounds());
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          how
              + " after call "
              + number
              + ", "
              + event.what()
              + ' '
              + event.file()
              + ": "
              + e.getMessage(),
          e);
    }
    if (left.has("copy.fxd")) {
      Ledger.Bounds bounds = ledger.bounds();
      try (Store store = provider.open(home.resolve("copy.fxd"))) {
        Judge.judge(
            store, new Ledger.Bounds(new int[Ledger.LANES], bounds.most(), bounds.collected()));
      }
    }
    Snapshot.remove(home);
  }
}
