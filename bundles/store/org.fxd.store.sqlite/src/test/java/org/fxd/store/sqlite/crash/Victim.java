package org.fxd.store.sqlite.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.fxd.graph.api.error.FxdException;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.sqlite.Tapped;
import org.fxd.testkit.file.WatchedFiles;

/**
 * A program that does everything by which a file is changed, again and again, until it is killed,
 * and says of each transaction when it is begun and when it is durable. Asked to, it ends itself
 * before its n-th step, as hard as a program can.
 */
final class Victim {
  private static final int KILLED = 137;

  private Victim() {}

  /** Takes the file, the step (0 for none), how far each lane is, and which acts (all if none). */
  public static void main(String[] arguments) {
    System.out.println("start");
    int step = Integer.parseInt(arguments[1]);
    AtomicInteger steps = new AtomicInteger();
    Path file = WatchedFiles.watched(Path.of(arguments[0]), (change, path) -> reach(steps, step));
    StoreProvider provider = Tapped.provider((sql, connection) -> reach(steps, step));
    int[] done = new int[Ledger.LANES];
    for (int lane = 0; lane < done.length; lane++) {
      done[lane] = Integer.parseInt(arguments[2 + lane]);
    }
    List<Act> acts =
        arguments.length > 2 + done.length
            ? Stream.of(arguments).skip(2 + done.length).map(Act::valueOf).toList()
            : List.of(Act.values());
    Ledger ledger = new Ledger(done, System.out::println);
    try {
      if (!Files.exists(file)) {
        provider.create(file).close();
      }
      do {
        for (Act act : acts) {
          try (Store store = provider.open(file)) {
            act.play(new Stage(store, file, ledger));
          }
        }
      } while (step == 0);
      System.out.println("steps " + steps);
    } catch (FxdException e) {
      System.out.println("failed: " + e.getMessage());
    }
  }

  private static void reach(AtomicInteger steps, int last) {
    if (steps.incrementAndGet() == last) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
