package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;

/** All of a batch or nothing of it. */
interface BatchLaws extends StoreUnderTest {
  @Test
  default void readersSeeNothingOfAnOpenBatch() {
    moveRef(REF, Hash.ZERO, ONE.hash());
    Sample large = Samples.noise(4, 3_000_000);
    try (Batch batch = store().begin()) {
      ONE.putInto(batch);
      batch.putBlob(large.stream());
      batch.ref(REF, ONE.hash(), TWO.hash());
      assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
      assertEquals(OptionalLong.empty(), store().size(large.hash()));
      assertEquals(Optional.of(ONE.hash()), store().ref(REF));
      batch.commit();
      assertPresent(ONE);
      assertPresent(large);
      assertEquals(Optional.of(TWO.hash()), store().ref(REF));
    }
  }

  @Test
  default void whoWritesABlobMayReadItBeforeItIsCommitted() throws IOException {
    Sample small = Samples.noise(5, 20_000);
    Sample large = Samples.noise(6, 3_000_000);
    write(List.of(Samples.of(ObjectType.BLOB, "before")));
    try (Batch batch = store().begin()) {
      small.putInto(batch);
      batch.putBlob(large.stream());
      for (Sample sample : List.of(small, large, Samples.of(ObjectType.BLOB, "before"))) {
        try (InputStream in = batch.open(sample.hash()).orElseThrow()) {
          assertArrayEquals(sample.bytes(), in.readAllBytes());
        }
      }
      assertEquals(Optional.empty(), batch.open(TWO.hash()));
      ONE.putInto(batch);
      batch.commit();
      assertThrows(IllegalStateException.class, () -> batch.open(small.hash()));
    }
    assertPresent(small);
    assertPresent(large);
    assertPresent(ONE);
  }

  @Test
  default void aBatchThatIsOnlyClosedWritesNothing() {
    Sample large = Samples.noise(4, 3_000_000);
    try (Batch batch = store().begin()) {
      ONE.putInto(batch);
      large.putInto(batch);
      batch.ref(REF, Hash.ZERO, ONE.hash());
    }
    assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
    assertInstanceOf(Lookup.Absent.class, get(large.hash()));
    assertEquals(Optional.empty(), store().ref(REF));
    write(List.of(ONE, large));
    assertPresent(ONE);
    assertPresent(large);
  }

  @Test
  default void anEmptyBatchCommits() {
    try (Batch batch = store().begin()) {
      batch.commit();
    }
    write(List.of(ONE));
    assertPresent(ONE);
  }

  @Test
  default void aBatchEndsOnce() {
    Batch batch = store().begin();
    ONE.putInto(batch);
    batch.commit();
    assertThrows(IllegalStateException.class, () -> TWO.putInto(batch));
    assertThrows(IllegalStateException.class, () -> batch.putBlob(TWO.stream()));
    assertThrows(IllegalStateException.class, () -> batch.ref(REF, Hash.ZERO, ONE.hash()));
    assertThrows(IllegalStateException.class, batch::commit);
    batch.close();
    batch.close();
    assertPresent(ONE);
    assertInstanceOf(Lookup.Absent.class, get(TWO.hash()));
  }

  @Test
  default void aBatchThatIsClosedIsOfNoUse() {
    Batch batch = store().begin();
    batch.close();
    assertThrows(IllegalStateException.class, () -> ONE.putInto(batch));
    assertThrows(IllegalStateException.class, batch::commit);
  }

  @Test
  default void aBlobWhoseStreamFailsIsNotWrittenAndTheBatchGoesOn() {
    for (int good : new int[] {0, 1_000, 3_000_000}) {
      Sample before = Samples.of(ObjectType.NODE, "before " + good);
      Sample after = Samples.of(ObjectType.NODE, "after " + good);
      Sample whole = Samples.lines(good, 2_500_000);
      try (Batch batch = store().begin()) {
        before.putInto(batch);
        StoreException failure =
            assertThrows(StoreException.class, () -> batch.putBlob(failingAfter(good)));
        assertTrue(failure.getMessage().contains("the cable"), failure.getMessage());
        after.putInto(batch);
        whole.putInto(batch);
        batch.commit();
      }
      assertPresent(before);
      assertPresent(after);
      assertPresent(whole);
    }
  }

  @Test
  default void oneBatchAtATime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try (Batch first = store().begin()) {
      CountDownLatch started = new CountDownLatch(1);
      Future<?> second =
          threads.submit(
              () -> {
                started.countDown();
                try (Batch batch = store().begin()) {
                  // It finds what the first one leaves, though that may not be durable yet.
                  batch.ref(REF, ONE.hash(), TWO.hash());
                  batch.commit();
                }
              });
      started.await();
      first.ref(REF, Hash.ZERO, ONE.hash());
      first.commit();
      second.get();
      assertEquals(Optional.of(TWO.hash()), store().ref(REF));
    } finally {
      threads.shutdownNow();
    }
  }

  private static InputStream failingAfter(int good) {
    return new InputStream() {
      private final InputStream start = new ByteArrayInputStream(new byte[good]);

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int count = start.read(target, offset, length);
        if (count < 0) {
          throw new IOException("the cable is out");
        }
        return count;
      }
    };
  }
}
