package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;

/** Others read and write while a store is compacted, and lose nothing. */
interface MeanwhileLaws extends StoreUnderTest {
  @Test
  default void writersAndReadersDoNotWaitForACheck() throws Exception {
    for (boolean repair : new boolean[] {false, true}) {
      write(List.of(ONE, TWO));
      if (lasts()) {
        reopen(); // So that the commit is the first since then.
      }
      CountDownLatch checking = new CountDownLatch(1);
      CountDownLatch written = new CountDownLatch(1);
      CheckLaws.Notes notes =
          new CheckLaws.Notes() {
            @Override
            public void object(ObjectType type, Hash hash, Optional<byte[]> bytes) {
              super.object(type, hash, bytes);
              checking.countDown();
              await(written);
            }
          };
      ExecutorService threads = Executors.newFixedThreadPool(1);
      try {
        Future<?> check =
            threads.submit(() -> store().check(repair, notes, Progress.NONE, Cancellation.none()));
        checking.await();
        Sample more = Samples.of(ObjectType.NODE, "written meanwhile " + repair);
        write(List.of(more));
        assertPresent(more);
        assertPresent(ONE);
        written.countDown();
        check.get(1, TimeUnit.MINUTES);
        assertEquals(List.of(), notes.problems());
      } finally {
        written.countDown();
        threads.shutdownNow();
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS), "who writes waits for the check");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  default void whatWritersMarkAtTheEndStays() {
    Sample again = Samples.of(ObjectType.NODE, "there before, and then of use again");
    Sample largeAgain = Samples.noise(3, 2_000_000);
    Sample large = Samples.noise(4, 2_000_000);
    write(List.of(ONE, TWO, again, largeAgain));
    try (Compaction compaction = store().compact()) {
      compaction.keep(ONE.hash());
      write(List.of(again, THREE));
      compaction.pack(ObjectType.NODE, List.of(ONE.hash()));
      write(List.of(large, largeAgain, Samples.of(ObjectType.NODE, "of no use")));
      moveRef(REF, Hash.ZERO, THREE.hash());
      compaction.finish(
          () -> {
            assertEquals(Optional.of(THREE.hash()), store().ref(REF));
            for (Sample sample : List.of(THREE, again, large, largeAgain)) {
              assertPresent(sample);
              assertTrue(compaction.keep(sample.hash()));
            }
          });
    }
    for (Sample sample : List.of(ONE, THREE, again, large, largeAgain)) {
      assertPresent(sample);
    }
    assertInstanceOf(Lookup.Absent.class, get(TWO.hash()));
    assertInstanceOf(Lookup.Absent.class, get(Samples.of(ObjectType.NODE, "of no use").hash()));
    assertEquals(Optional.of(THREE.hash()), store().ref(REF));
  }

  @Test
  default void theRestSeesWhatWasSealed() {
    write(List.of(ONE));
    AtomicReference<Optional<Hash>> seen = new AtomicReference<>(Optional.empty());
    try (Compaction compaction = store().compact()) {
      try (Batch batch = store().begin()) {
        TWO.putInto(batch);
        batch.ref(REF, Hash.ZERO, TWO.hash());
        batch.seal();
      }
      compaction.finish(
          () -> {
            seen.set(store().ref(REF));
            seen.get().ifPresent(compaction::keep);
          });
    }
    assertEquals(Optional.of(TWO.hash()), seen.get());
    assertPresent(TWO);
    assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
  }

  @Test
  default void theEndWaitsForAnOpenBatch() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try (Compaction compaction = store().compact();
        Batch batch = store().begin()) {
      CountDownLatch started = new CountDownLatch(1);
      Future<Optional<Hash>> end =
          threads.submit(
              () -> {
                AtomicReference<Optional<Hash>> seen = new AtomicReference<>(Optional.empty());
                started.countDown();
                compaction.finish(
                    () -> {
                      seen.set(store().ref(REF));
                      seen.get().ifPresent(compaction::keep);
                    });
                return seen.get();
              });
      started.await();
      TWO.putInto(batch);
      batch.ref(REF, Hash.ZERO, TWO.hash());
      batch.commit();
      assertEquals(Optional.of(TWO.hash()), end.get(1, TimeUnit.MINUTES));
      assertPresent(TWO);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  default void nobodyWritesWhileTheRestIsMarked() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(1);
    AtomicReference<Future<?>> writer = new AtomicReference<>();
    AtomicInteger calls = new AtomicInteger();
    try (Compaction compaction = store().compact()) {
      compaction.finish(
          () -> {
            calls.incrementAndGet();
            CountDownLatch started = new CountDownLatch(1);
            writer.set(
                threads.submit(
                    () -> {
                      started.countDown();
                      write(List.of(ONE));
                      moveRef(REF, Hash.ZERO, ONE.hash());
                    }));
            try {
              started.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
            assertEquals(Optional.empty(), store().ref(REF));
          });
      writer.get().get(1, TimeUnit.MINUTES);
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, calls.get());
    assertPresent(ONE);
    assertEquals(Optional.of(ONE.hash()), store().ref(REF));
  }

  @Test
  default void anEndThatFailsRemovesNothing() {
    write(List.of(ONE, TWO));
    try (Compaction compaction = store().compact()) {
      compaction.keep(ONE.hash());
      compaction.pack(ObjectType.NODE, List.of(ONE.hash()));
      IllegalStateException failure =
          assertThrows(
              IllegalStateException.class,
              () ->
                  compaction.finish(
                      () -> {
                        throw new IllegalStateException("on purpose");
                      }));
      assertEquals("on purpose", failure.getMessage());
    }
    assertPresent(ONE);
    assertPresent(TWO);
    write(List.of(THREE));
    try (Compaction compaction = store().compact()) {
      compaction.keep(THREE.hash());
      compaction.finish(() -> {});
    }
    assertPresent(THREE);
    assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
  }

  @Test
  default void readersSeeWhatIsKeptAllTheTime() throws Exception {
    List<Sample> kept = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      kept.add(Samples.lines(i, 30 * i));
    }
    kept.add(Samples.noise(1, 1_500_000));
    write(kept);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> reader =
          () -> {
            int seen = 0;
            do {
              for (Sample sample : kept) {
                assertPresent(sample);
                seen++;
              }
            } while (!done.get());
            return seen;
          };
      List<Future<Integer>> readers = List.of(threads.submit(reader), threads.submit(reader));
      for (int round = 0; round < 4; round++) {
        write(List.of(Samples.noise(100 + round, 300_000)));
        try (Compaction compaction = store().compact()) {
          kept.forEach(sample -> compaction.keep(sample.hash()));
          compaction.pack(ObjectType.BLOB, kept.stream().map(Sample::hash).toList());
          compaction.finish(() -> {});
        }
      }
      done.set(true);
      for (Future<Integer> each : readers) {
        assertTrue(each.get(1, TimeUnit.MINUTES) > 0);
      }
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  @Test
  default void writersLoseNothingToCompactions() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(1);
    List<Sample> written = new ArrayList<>();
    try {
      Future<?> writer =
          threads.submit(
              () -> {
                Hash last = Hash.ZERO;
                for (int i = 0; i < 40 || !done.get(); i++) {
                  Sample next = Samples.of(ObjectType.OPERATION, "operation " + i);
                  try (Batch batch = store().begin()) {
                    next.putInto(batch);
                    batch.ref(REF, last, next.hash());
                    batch.commit();
                  }
                  last = next.hash();
                  synchronized (written) {
                    written.add(next);
                  }
                  assertPresent(next);
                }
              });
      for (int round = 0; round < 6; round++) {
        try (Compaction compaction = store().compact()) {
          List<Hash> marked = new ArrayList<>();
          for (Sample sample : writtenSoFar(written)) {
            if (compaction.keep(sample.hash())) {
              marked.add(sample.hash());
            }
          }
          compaction.pack(ObjectType.OPERATION, marked);
          compaction.finish(
              () -> {
                writtenSoFar(written).forEach(sample -> compaction.keep(sample.hash()));
                store().ref(REF).ifPresent(compaction::keep);
              });
        }
      }
      done.set(true);
      writer.get(1, TimeUnit.MINUTES);
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
    written.forEach(this::assertPresent);
  }

  private static List<Sample> writtenSoFar(List<Sample> written) {
    synchronized (written) {
      return List.copyOf(written);
    }
  }
}
