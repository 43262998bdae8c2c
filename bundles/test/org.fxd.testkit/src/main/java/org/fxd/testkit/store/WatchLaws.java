package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.RefWatcher;
import org.junit.jupiter.api.Test;

/**
 * Watchers are told how references move. Moves may be told as one and some time later, so the laws
 * speak of chains: each move begins where the last one ended.
 */
interface WatchLaws extends StoreUnderTest {
  @Test
  default void movesAreToldInTheirOrder() {
    moveRef(REF, Hash.ZERO, hashOf(0));
    Chain chain = new Chain(store().ref(REF).orElseThrow());
    try (RefWatch watch = store().watch(chain)) {
      for (int i = 1; i <= 50; i++) {
        moveRef(REF, hashOf(i - 1), hashOf(i));
        moveRef("unlike " + i, Hash.ZERO, hashOf(i));
      }
      chain.awaitEnd(hashOf(50));
      moveRef(REF, hashOf(50), Hash.ZERO);
      chain.awaitEnd(Hash.ZERO);
      moveRef(REF, Hash.ZERO, hashOf(1));
      chain.awaitEnd(hashOf(1));
    }
    assertEquals(List.of(), chain.faults());
  }

  @Test
  default void everyReferenceIsToldOf() {
    Chain one = new Chain("one", Hash.ZERO);
    Chain two = new Chain("two", Hash.ZERO);
    try (RefWatch first = store().watch(one);
        RefWatch second = store().watch(two)) {
      try (Batch batch = store().begin()) {
        batch.ref("one", Hash.ZERO, hashOf(1));
        batch.ref("two", Hash.ZERO, hashOf(2));
        batch.ref("two", hashOf(2), hashOf(3));
        batch.commit();
      }
      one.awaitEnd(hashOf(1));
      two.awaitEnd(hashOf(3));
    }
    assertEquals(List.of(), one.faults());
    assertEquals(List.of(), two.faults());
  }

  @Test
  default void whatIsToldIsThere() {
    AtomicReference<Optional<Hash>> seen = new AtomicReference<>(Optional.empty());
    CompletableFuture<Hash> told = new CompletableFuture<>();
    RefWatcher watcher =
        (name, before, after) -> {
          seen.set(store().ref(name));
          told.complete(after);
        };
    try (RefWatch watch = store().watch(watcher)) {
      moveRef(REF, Hash.ZERO, ONE.hash());
      assertEquals(ONE.hash(), told.orTimeout(1, TimeUnit.MINUTES).join());
    }
    assertEquals(Optional.of(ONE.hash()), seen.get());
  }

  @Test
  default void nobodyIsToldOfWhatWasNotWritten() {
    Chain chain = new Chain(Hash.ZERO);
    try (RefWatch watch = store().watch(chain)) {
      try (Batch batch = store().begin()) {
        batch.ref(REF, Hash.ZERO, hashOf(1));
        batch.ref("other", hashOf(1), hashOf(2));
        assertThrows(ConflictException.class, batch::commit);
      }
      try (Batch batch = store().begin()) {
        batch.ref(REF, Hash.ZERO, hashOf(2));
      }
      write(List.of(ONE));
      moveRef(REF, Hash.ZERO, hashOf(3));
      chain.awaitEnd(hashOf(3));
    }
    assertEquals(List.of(hashOf(3)), chain.told());
    assertEquals(List.of(), chain.faults());
  }

  @Test
  default void nobodyIsToldAfterClosing() {
    Chain closed = new Chain(Hash.ZERO);
    Chain open = new Chain(Hash.ZERO);
    try (RefWatch stays = store().watch(open)) {
      RefWatch goes = store().watch(closed);
      moveRef(REF, Hash.ZERO, hashOf(1));
      open.awaitEnd(hashOf(1));
      closed.awaitEnd(hashOf(1));
      goes.close();
      goes.close();
      moveRef(REF, hashOf(1), hashOf(2));
      open.awaitEnd(hashOf(2));
    }
    assertEquals(List.of(hashOf(1)), closed.told());
  }

  @Test
  default void aWatcherMayEndItsWatch() {
    AtomicReference<RefWatch> watch = new AtomicReference<>();
    Chain open = new Chain(Hash.ZERO);
    Chain once = new Chain(Hash.ZERO);
    RefWatcher closing =
        (name, before, after) -> {
          once.moved(name, before, after);
          watch.get().close();
        };
    watch.set(store().watch(closing));
    try (RefWatch stays = store().watch(open)) {
      moveRef(REF, Hash.ZERO, hashOf(1));
      open.awaitEnd(hashOf(1));
      once.awaitEnd(hashOf(1));
      moveRef(REF, hashOf(1), hashOf(2));
      open.awaitEnd(hashOf(2));
    }
    assertEquals(List.of(hashOf(1)), once.told());
  }

  @Test
  default void aWatcherThatFailsHarmsNobody() {
    Chain chain = new Chain(Hash.ZERO);
    RefWatcher failing =
        (name, before, after) -> {
          throw new IllegalStateException("on purpose");
        };
    try (RefWatch bad = store().watch(failing);
        RefWatch good = store().watch(chain)) {
      moveRef(REF, Hash.ZERO, hashOf(1));
      moveRef(REF, hashOf(1), hashOf(2));
      chain.awaitEnd(hashOf(2));
    }
    assertEquals(List.of(), chain.faults());
    assertEquals(Optional.of(hashOf(2)), store().ref(REF));
  }

  @Test
  default void movesOfManyWritersAreOneChain() throws Exception {
    int writers = 4;
    int each = 25;
    Chain chain = new Chain(Hash.ZERO);
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try (RefWatch watch = store().watch(chain)) {
      List<Future<?>> results = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        int first = 1 + writer * each;
        results.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    moveOn(hashOf(first + i));
                  }
                }));
      }
      for (Future<?> result : results) {
        result.get();
      }
      chain.awaitEnd(store().ref(REF).orElseThrow());
    } finally {
      threads.shutdownNow();
    }
    assertEquals(List.of(), chain.faults());
  }

  private void moveOn(Hash next) {
    while (true) {
      try {
        moveRef(REF, store().ref(REF).orElse(Hash.ZERO), next);
        return;
      } catch (ConflictException e) {
        // Another one was first: from where that one left it, then.
      }
    }
  }

  private static Hash hashOf(int number) {
    byte[] bytes = new byte[Hash.LENGTH];
    bytes[0] = (byte) number;
    bytes[1] = 1;
    return Hash.of(bytes);
  }

  /** Notes how one reference moves, and whether each move begins where the last one ended. */
  class Chain implements RefWatcher {
    private final String name;
    private final List<Hash> told = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Hash end;

    Chain(Hash start) {
      this(REF, start);
    }

    Chain(String name, Hash start) {
      this.name = name;
      this.end = start;
    }

    @Override
    public synchronized void moved(String moved, Hash before, Hash after) {
      if (moved.equals(name)) {
        if (!before.equals(end)) {
          faults.add(before.brief() + " after " + end.brief());
        }
        told.add(after);
        end = after;
        notifyAll();
      }
    }

    synchronized List<Hash> told() {
      return List.copyOf(told);
    }

    synchronized List<String> faults() {
      return List.copyOf(faults);
    }

    /** Waits until the reference was told to hold something. */
    synchronized void awaitEnd(Hash last) {
      long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (!end.equals(last)) {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        assertTrue(left > 0, "nobody told of " + last.brief() + ", only of " + told);
        try {
          wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
