package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.HashPrefix;
import org.fxd.store.api.HeldException;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.Store;
import org.fxd.store.sqlite.Committer.Point;
import org.fxd.testkit.store.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One process writes, another reads and sees what the first has committed. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReadWhileWrittenTest {
  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);

  private Path created() {
    Path file = folder.resolve("x.fxd");
    provider.create(file).close();
    return file;
  }

  private static List<Hash> startingWith(Store store, Hash hash, ObjectType type) {
    return store.startingWith(new HashPrefix(hash.toString().substring(0, 16)), type, 9);
  }

  @Test
  void whatAnotherProcessCommitsIsSeen() throws Exception {
    Path file = created();
    try (Child child = Child.start(Committer.class, file.toString(), Point.BEGUN.name(), "1200")) {
      int acknowledged = Integer.parseInt(child.line());
      try (Store store = provider.openToRead(file)) {
        assertTrue(store.isReadOnly());
        while (acknowledged < 1200) {
          int found = Transactions.last(store);
          assertTrue(found >= acknowledged, found + " of " + acknowledged);
          if (found % 40 == 0) {
            Transactions.assertWhole(store, found);
          }
          String line = child.line();
          acknowledged = line.equals(Point.BEGUN.name()) ? 1200 : Integer.parseInt(line);
        }
        Transactions.assertIndexed(store, 1200);
        Transactions.assertWhole(store, 3);
        for (int number : new int[] {3, 1199, 1200}) {
          Hash hash = Transactions.operation(number).hash();
          assertEquals(List.of(hash), startingWith(store, hash, ObjectType.OPERATION));
        }
      }
      child.kill();
    }
    try (Store store = provider.open(file)) {
      assertEquals(1200, Transactions.last(store));
    }
    assertEquals(List.of("x.fxd"), Databases.names(folder));
  }

  @Test
  void whatStandsInATransactionIsFoundByItsFirstDigits() throws IOException {
    Path file = created();
    Samples.Sample one = Samples.of(ObjectType.NODE, "one");
    try (Store store = provider.open(file)) {
      Databases.write(store, one);
    }
    try (Store store = provider.openToRead(file)) {
      assertEquals(List.of(one.hash()), startingWith(store, one.hash(), ObjectType.NODE));
    }
  }

  @Test
  void movesAreTold() throws Exception {
    Path file = created();
    LinkedBlockingQueue<Hash> told = new LinkedBlockingQueue<>();
    try (Store store = provider.openToRead(file);
        RefWatch watch = store.watch((name, before, after) -> told.add(after));
        Child child = Child.start(Committer.class, file.toString(), Point.BEGUN.name(), "5")) {
      Hash last = Transactions.operation(5).hash();
      Hash next = told.poll(30, TimeUnit.SECONDS);
      while (!last.equals(next)) {
        next = told.poll(30, TimeUnit.SECONDS);
      }
      watch.close();
      child.kill();
    }
  }

  @Test
  void nothingIsWrittenBesideAFileAtRest() throws IOException {
    Path file = Databases.project(folder.resolve("x.fxd"), Samples.of(ObjectType.NODE, "one"));
    String before = Databases.state(file);
    try (Store store = provider.openToRead(file)) {
      Hash hash = Samples.of(ObjectType.NODE, "one").hash();
      assertInstanceOf(Lookup.Present.class, store.get(List.of(hash)).get(hash));
      assertEquals(List.of(hash), startingWith(store, hash, ObjectType.NODE));
      assertEquals(Optional.empty(), store.ref("operation"));
      assertEquals(List.of("x.fxd"), Databases.names(folder));
      assertThrows(RuntimeException.class, store::begin);
    }
    assertEquals(before, Databases.state(file));
  }

  @Test
  void whoWritesInThisProcessKeepsReadersAway() {
    Path file = created();
    try (Store store = provider.open(file)) {
      HeldException refusal = assertThrows(HeldException.class, () -> provider.openToRead(file));
      assertTrue(refusal.isHere());
    }
    try (Store store = provider.openToRead(file)) {
      assertTrue(assertThrows(HeldException.class, () -> provider.open(file)).isHere());
    }
    provider.open(file).close();
  }
}
