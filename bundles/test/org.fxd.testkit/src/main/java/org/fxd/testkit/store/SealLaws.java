package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Pending;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;

/** Sealed batches stand in line: the next one sees them, readers see them when they are durable. */
interface SealLaws extends StoreUnderTest {
  /** The key in the index that holds a number here. */
  byte[] NUMBER = "number".getBytes(StandardCharsets.UTF_8);

  @Test
  default void whatIsAwaitedIsThere() {
    Pending pending = sealNumber(1, Hash.ZERO);
    pending.await();
    pending.await();
    assertEquals(Optional.of(number(1).hash()), store().ref(REF));
    assertEquals(1, shownNumber());
    assertPresent(number(1));
  }

  @Test
  default void theNextBatchFindsReferencesAsTheOneBeforeLeavesThem() {
    Pending first = sealNumber(1, Hash.ZERO);
    Pending second = sealNumber(2, number(1).hash());
    try (Batch late = store().begin()) {
      late.ref(REF, number(1).hash(), THREE.hash());
      assertThrows(ConflictException.class, late::seal);
    }
    second.await();
    assertEquals(Optional.of(number(2).hash()), store().ref(REF));
    first.await();
    assertEquals(Optional.of(number(2).hash()), store().ref(REF));
  }

  @Test
  default void theNextBatchReadsTheIndexAsTheOneBeforeLeavesIt() {
    sealNumber(1, Hash.ZERO).await();
    Pending pending = sealNumber(2, number(1).hash());
    try (Batch next = store().begin()) {
      assertEquals(2, readNumber(next));
      next.index(NUMBER, text(3));
      assertEquals(2, readNumber(next), "what a batch itself writes does not show");
    }
    pending.await();
    assertEquals(2, shownNumber());
    try (Batch next = store().begin()) {
      assertEquals(2, readNumber(next));
    }
  }

  @Test
  default void anIndexReadForWritingIsInOrderAndHasNoGaps() {
    try (Batch batch = store().begin()) {
      for (int i = 0; i < 100; i += 2) {
        batch.index(text(100 + i), text(i));
      }
      batch.commit();
    }
    List<Pending> line = new ArrayList<>();
    for (int i = 1; i < 100; i += 2) {
      try (Batch batch = store().begin()) {
        batch.index(text(100 + i), text(i));
        batch.index(text(99 + i), i % 3 == 0 ? null : text(-i));
        line.add(batch.seal());
      }
    }
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int odd = i | 1;
      if (i == odd) {
        expected.add(100 + i + "=" + i);
      } else if (odd % 3 != 0) {
        expected.add(100 + i + "=" + -odd);
      }
    }
    try (Batch batch = store().begin()) {
      assertEquals(expected, batch.readIndex(SealLaws::all));
    }
    line.get(line.size() - 1).await();
    assertEquals(expected, store().index(SealLaws::all));
  }

  @Test
  default void theObjectsOfASealedBatchCanBeRead() throws IOException {
    Sample small = Samples.of(ObjectType.BLOB, "small");
    Sample large = Samples.noise(4, 3_000_000);
    Pending pending;
    try (Batch batch = store().begin()) {
      ONE.putInto(batch);
      small.putInto(batch);
      batch.putBlob(large.stream());
      pending = batch.seal();
    }
    assertPresent(ONE);
    assertPresent(small);
    assertPresent(large);
    assertArrayEquals(large.bytes(), stream(large.hash()));
    assertEquals(OptionalLong.of(3_000_000), store().size(large.hash()));
    try (Batch next = store().begin()) {
      try (InputStream in = next.open(large.hash()).orElseThrow()) {
        assertArrayEquals(large.bytes(), in.readAllBytes());
      }
      ONE.putInto(next);
      TWO.putInto(next);
      next.commit();
    }
    pending.await();
    assertPresent(ONE);
    assertPresent(TWO);
    assertArrayEquals(large.bytes(), stream(large.hash()));
  }

  @Test
  default void readersSeeOfASealedBatchAllOrNothing() {
    sealNumber(1, Hash.ZERO).await();
    Pending pending = sealNumber(2, number(1).hash());
    Hash reference = store().ref(REF).orElseThrow();
    if (reference.equals(number(2).hash())) {
      assertEquals(2, shownNumber());
    } else {
      assertEquals(number(1).hash(), reference);
    }
    pending.await();
    assertEquals(Optional.of(number(2).hash()), store().ref(REF));
    assertEquals(2, shownNumber());
  }

  @Test
  default void whatWasSealedBeforeIsDurableBefore() {
    Pending first = sealNumber(1, Hash.ZERO);
    try (Batch other = store().begin()) {
      TWO.putInto(other);
      other.ref("another", Hash.ZERO, TWO.hash());
      other.seal().await();
    }
    assertEquals(Optional.of(TWO.hash()), store().ref("another"));
    assertEquals(Optional.of(number(1).hash()), store().ref(REF));
    assertEquals(1, shownNumber());
    first.await();
  }

  @Test
  default void aSealThatFailsLeavesNothing() {
    sealNumber(1, Hash.ZERO).await();
    Pending second = sealNumber(2, number(1).hash());
    Sample large = Samples.noise(6, 3_000_000);
    try (Batch batch = store().begin()) {
      ONE.putInto(batch);
      batch.putBlob(large.stream());
      batch.index(NUMBER, text(7));
      batch.ref("other", Hash.ZERO, ONE.hash());
      batch.ref(REF, number(1).hash(), ONE.hash());
      assertThrows(ConflictException.class, batch::seal);
      assertThrows(IllegalStateException.class, () -> TWO.putInto(batch));
    }
    try (Batch next = store().begin()) {
      assertEquals(2, readNumber(next));
      assertEquals(Optional.empty(), next.open(large.hash()));
    }
    second.await();
    assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
    assertInstanceOf(Lookup.Absent.class, get(large.hash()));
    assertEquals(Optional.empty(), store().ref("other"));
    assertEquals(Optional.of(number(2).hash()), store().ref(REF));
    assertEquals(2, shownNumber());
  }

  @Test
  default void aSealedBatchTakesNothingMore() {
    Batch batch = store().begin();
    ONE.putInto(batch);
    Pending pending = batch.seal();
    assertThrows(IllegalStateException.class, () -> TWO.putInto(batch));
    assertThrows(IllegalStateException.class, batch::seal);
    batch.close();
    pending.await();
    assertPresent(ONE);
  }

  @Test
  default void anyThreadMayAwait() throws Exception {
    Pending first = sealNumber(1, Hash.ZERO);
    Pending second = sealNumber(2, number(1).hash());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Pending pending = i % 2 == 0 ? second : first;
        answers.add(
            threads.submit(
                () -> {
                  pending.await();
                  return shownNumber();
                }));
      }
      for (int i = 0; i < 4; i++) {
        int least = i % 2 == 0 ? 2 : 1;
        assertTrue(answers.get(i).get(1, TimeUnit.MINUTES) >= least);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  default void ofManyThatSealAndAwaitEachIsCounted() throws Exception {
    int writers = 4;
    int each = 40;
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(writers + 1);
    try {
      Future<?> reader =
          threads.submit(
              () -> {
                for (int last = 0; !done.get(); ) {
                  int now = shownNumber();
                  assertTrue(now >= last, now + " after " + last);
                  last = now;
                }
              });
      List<Future<?>> results = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        results.add(threads.submit(() -> count(each)));
      }
      for (Future<?> result : results) {
        result.get();
      }
      done.set(true);
      reader.get(1, TimeUnit.MINUTES);
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
    int last = writers * each;
    assertEquals(last, shownNumber());
    assertEquals(Optional.of(number(last).hash()), store().ref(REF));
    for (int i = 1; i <= last; i++) {
      assertPresent(number(i));
    }
  }

  /** Counts on, in batches of which no two read the same number. */
  private void count(int times) {
    for (int i = 0; i < times; i++) {
      Pending pending;
      int mine;
      try (Batch batch = store().begin()) {
        int before = readNumber(batch);
        mine = before + 1;
        pending = seal(batch, mine, before == 0 ? Hash.ZERO : number(before).hash());
      }
      pending.await();
      assertTrue(shownNumber() >= mine, "what was awaited does not show");
      assertPresent(number(mine));
    }
  }

  private Pending sealNumber(int number, Hash expected) {
    try (Batch batch = store().begin()) {
      return seal(batch, number, expected);
    }
  }

  private static Pending seal(Batch batch, int number, Hash expected) {
    number(number).putInto(batch);
    batch.index(NUMBER, text(number));
    batch.ref(REF, expected, number(number).hash());
    return batch.seal();
  }

  private int shownNumber() {
    return store().<Integer>index(index -> index.get(NUMBER).map(SealLaws::parse).orElse(0));
  }

  private static int readNumber(Batch batch) {
    return batch.<Integer>readIndex(index -> index.get(NUMBER).map(SealLaws::parse).orElse(0));
  }

  private static List<String> all(IndexReader index) {
    List<String> found = new ArrayList<>();
    index.scan(
        new byte[0],
        new byte[0],
        (key, value) -> found.add(new String(key, StandardCharsets.UTF_8) + "=" + parse(value)));
    return found;
  }

  private static Sample number(int number) {
    return Samples.of(ObjectType.OPERATION, "number " + number);
  }

  private static byte[] text(int number) {
    return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
  }

  private static int parse(byte[] text) {
    return Integer.parseInt(new String(text, StandardCharsets.UTF_8));
  }
}
