package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.HashPrefix;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link Store} and {@link Batch} keeps to, whatever it is made of. The subclass says
 * which provider is meant.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
public abstract class StoreContract
    implements ObjectLaws,
        PrefixLaws,
        RefLaws,
        BatchLaws,
        SealLaws,
        ThreadLaws,
        IndexLaws,
        WatchLaws,
        LeaseLaws,
        CompactionLaws,
        MeanwhileLaws,
        CheckLaws,
        CopyLaws {

  /** Where the store of each test is. */
  @TempDir protected Path folder;

  /** The store of each test, empty at its beginning. */
  protected Store store;

  private StoreProvider provider;

  /** The provider under test; called once for each test. */
  protected abstract StoreProvider provider();

  @Override
  public final Store store() {
    return store;
  }

  @Override
  public final Path folder() {
    return folder;
  }

  @Override
  public final StoreProvider provided() {
    return provider;
  }

  @Override
  public final boolean lasts() {
    return isLasting();
  }

  @Override
  public final void reopen() {
    store.close();
    store = provider.open(file());
  }

  /** Whether a store that was closed can be opened again with what was in it. */
  protected boolean isLasting() {
    return true;
  }

  @BeforeEach
  void createStore() {
    provider = provider();
    store = provider.create(file());
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** The path of the store under test. */
  protected final Path file() {
    return folder.resolve("project.fxd");
  }

  @Test
  void aClosedStoreIsOfNoUse() {
    write(List.of(ONE));
    store.close();
    store.close();
    assertThrows(IllegalStateException.class, () -> get(ONE.hash()));
    assertThrows(
        IllegalStateException.class,
        () -> store.startingWith(new HashPrefix("0000"), ObjectType.NODE, 1));
    assertThrows(IllegalStateException.class, () -> store.open(ONE.hash()));
    assertThrows(IllegalStateException.class, () -> store.size(ONE.hash()));
    assertThrows(IllegalStateException.class, () -> store.ref(REF));
    assertThrows(IllegalStateException.class, () -> store.index(index -> 1));
    assertThrows(IllegalStateException.class, () -> store.begin());
    assertThrows(IllegalStateException.class, () -> store.lease(List.of(ONE.hash())));
    assertThrows(IllegalStateException.class, () -> store.leased());
    assertThrows(IllegalStateException.class, () -> store.watch((name, before, after) -> {}));
    assertThrows(IllegalStateException.class, () -> store.facts());
    assertThrows(IllegalStateException.class, () -> store.compact());
    assertThrows(IllegalStateException.class, () -> store.checkpoint());
    CheckLaws.Notes notes = new CheckLaws.Notes();
    assertThrows(
        IllegalStateException.class,
        () -> store.check(false, notes, Progress.NONE, Cancellation.none()));
  }

  @Test
  void whatIsHeldEndsWithItsStore() {
    List<Hash> told = new ArrayList<>();
    Lease lease = store.lease(List.of(ONE.hash()));
    RefWatch watch = store.watch((name, before, after) -> told.add(after));
    Compaction compaction = store.compact();
    store.close();
    assertThrows(IllegalStateException.class, () -> compaction.keep(ONE.hash()));
    lease.close();
    watch.close();
    compaction.close();
    assertEquals(List.of(), told);
    if (isLasting()) {
      store = provider.open(file());
      assertEquals(Set.of(), Set.copyOf(store.leased()));
      moveRef(REF, Hash.ZERO, ONE.hash());
      assertEquals(List.of(), told);
    }
  }

  @Test
  void closingGivesAnOpenBatchUp() {
    Batch batch = store.begin();
    ONE.putInto(batch);
    store.close();
    assertThrows(IllegalStateException.class, () -> TWO.putInto(batch));
    assertThrows(IllegalStateException.class, batch::commit);
    batch.close();
    if (isLasting()) {
      store = provider.open(file());
      assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
    }
  }

  @Test
  void whoWaitsForABatchIsToldOfTheClosing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try (Batch first = store.begin()) {
      CountDownLatch started = new CountDownLatch(1);
      Future<Batch> second =
          threads.submit(
              () -> {
                started.countDown();
                return store.begin();
              });
      started.await();
      ONE.putInto(first);
      store.close();
      Exception failure = assertThrows(Exception.class, second::get);
      assertInstanceOf(IllegalStateException.class, failure.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatWasCommittedIsThereAfterOpeningAgain() throws IOException {
    if (!isLasting()) {
      return;
    }
    Sample large = Samples.lines(6, 2_700_000);
    write(List.of(ONE, TWO, THREE, large));
    moveRef(REF, Hash.ZERO, THREE.hash());
    moveRef("other", Hash.ZERO, ONE.hash());
    moveRef("other", ONE.hash(), Hash.ZERO);
    for (int i = 0; i < 3; i++) {
      store.close();
      store = provider.open(file());
      assertPresent(ONE);
      assertPresent(TWO);
      assertPresent(THREE);
      assertArrayEquals(large.bytes(), stream(large.hash()));
      assertEquals(Optional.of(THREE.hash()), store.ref(REF));
      assertEquals(Optional.empty(), store.ref("other"));
      Sample more = Samples.of(ObjectType.NODE, "more " + i);
      write(List.of(more));
      assertPresent(more);
    }
  }

  @Test
  void theIndexIsThereAfterOpeningAgain() {
    if (!isLasting()) {
      return;
    }
    index("a", "1", "b", "2");
    for (int i = 0; i < 3; i++) {
      store.close();
      store = provider.open(file());
      assertEquals(
          i == 0 ? List.of("a=1", "b=2") : List.of("a=1", "b=2", "c=" + i), entries("", ""));
      index("c", Integer.toString(i + 1));
    }
  }

  @Test
  void theFirstWriterDoesNotWaitForAReaderOfTheIndex() {
    if (!isLasting()) {
      return;
    }
    index("a", "1", "b", "1");
    store.close();
    store = provider.open(file());
    assertOneMoment();
  }
}
