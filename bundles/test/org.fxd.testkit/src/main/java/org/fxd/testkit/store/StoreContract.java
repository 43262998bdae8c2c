package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
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
public abstract class StoreContract {
  private static final String REF = "operation";
  private static final Sample ONE = Samples.of(ObjectType.NODE, "one");
  private static final Sample TWO = Samples.of(ObjectType.NODE, "two");
  private static final Sample THREE = Samples.of(ObjectType.COMMIT, "three");

  /** Where the store of each test is. */
  @TempDir protected Path folder;

  /** The store of each test, empty at its beginning. */
  protected Store store;

  private StoreProvider provider;

  /** The provider under test; called once for each test. */
  protected abstract StoreProvider provider();

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

  // --- objects

  @Test
  void anEmptyStoreHasNothing() {
    assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
    assertEquals(Optional.empty(), store.open(ONE.hash()));
    assertEquals(OptionalLong.empty(), store.size(ONE.hash()));
    assertEquals(Optional.empty(), store.ref(REF));
    assertFalse(store.isReadOnly());
  }

  @Test
  void objectsOfEveryTypeComeBackAsTheyWere() {
    List<Sample> samples = new ArrayList<>();
    for (ObjectType type : ObjectType.values()) {
      samples.add(Samples.of(type, "small " + type));
      samples.add(Samples.of(type, ("long " + type + ' ').repeat(5_000)));
    }
    write(samples);
    for (Sample sample : samples) {
      assertPresent(sample);
    }
  }

  @Test
  void blobsOfEverySizeComeBackAsTheyWere() throws IOException {
    int[] sizes = {
      0, 1, 47, 48, 49, 1023, 4096, 65_535, 65_537, 1 << 20, (1 << 20) + 1, (3 << 20) - 1, 3 << 20
    };
    List<Sample> samples = new ArrayList<>();
    for (int size : sizes) {
      samples.add(Samples.noise(size, size));
      samples.add(Samples.lines(size, size));
    }
    try (Batch batch = store.begin()) {
      for (Sample sample : samples) {
        Batch.Stored stored = batch.putBlob(sample.stream());
        assertEquals(new Batch.Stored(sample.hash(), sample.bytes().length), stored);
      }
      batch.commit();
    }
    for (Sample sample : samples) {
      assertPresent(sample);
      assertEquals(OptionalLong.of(sample.bytes().length), store.size(sample.hash()));
      assertArrayEquals(sample.bytes(), stream(sample.hash()));
    }
  }

  @Test
  void aBlobIsTheSameHoweverItWasWritten() throws IOException {
    for (int size : new int[] {10, 100_000, 2_500_000}) {
      Sample put = Samples.lines(size, size);
      Sample streamed = Samples.lines(size + 1L, size);
      try (Batch batch = store.begin()) {
        put.putInto(batch);
        batch.putBlob(streamed.stream());
        batch.commit();
      }
      assertArrayEquals(put.bytes(), stream(put.hash()));
      assertPresent(put);
      assertPresent(streamed);
      try (Batch batch = store.begin()) {
        batch.putBlob(put.stream());
        streamed.putInto(batch);
        batch.commit();
      }
      assertPresent(put);
      assertPresent(streamed);
    }
  }

  @Test
  void aStreamThatGivesLittleAtATimeIsReadToItsEnd() throws IOException {
    Sample sample = Samples.lines(3, 30_000);
    InputStream drops =
        new InputStream() {
          private final InputStream all = sample.stream();

          @Override
          public int read() throws IOException {
            return all.read();
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return all.read(target, offset, Math.min(length, 7));
          }
        };
    try (Batch batch = store.begin()) {
      assertEquals(sample.hash(), batch.putBlob(drops).hash());
      batch.commit();
    }
    assertArrayEquals(sample.bytes(), stream(sample.hash()));
  }

  @Test
  void aLargeBlobPassesThrough() throws IOException {
    long size = 20L << 20;
    Hash expected = Samples.hashOf(Samples.stream(5, size));
    try (Batch batch = store.begin()) {
      assertEquals(new Batch.Stored(expected, size), batch.putBlob(Samples.stream(5, size)));
      batch.commit();
    }
    assertEquals(OptionalLong.of(size), store.size(expected));
    try (InputStream in = store.open(expected).orElseThrow()) {
      assertEquals(expected, Samples.hashOf(in));
    }
  }

  @Test
  void aStreamMayBeLeftHalfRead() throws IOException {
    Sample sample = Samples.noise(8, 3_000_000);
    write(List.of(sample));
    for (int i = 0; i < 100; i++) {
      InputStream left = store.open(sample.hash()).orElseThrow();
      assertEquals(sample.bytes()[0] & 0xff, left.read());
    }
    assertArrayEquals(sample.bytes(), stream(sample.hash()));
  }

  @Test
  void twoStreamsOfOneBlobDoNotDisturbEachOther() throws IOException {
    Sample sample = Samples.lines(9, 2_200_000);
    write(List.of(sample));
    try (InputStream first = store.open(sample.hash()).orElseThrow();
        InputStream second = store.open(sample.hash()).orElseThrow()) {
      byte[] start = first.readNBytes(1_500_000);
      assertArrayEquals(sample.bytes(), second.readAllBytes());
      assertArrayEquals(
          sample.bytes(), concat(start, first.readAllBytes()), "the rest of the first stream");
    }
  }

  @Test
  void equalObjectsMayBeWrittenAgain() {
    write(List.of(ONE, ONE, TWO));
    write(List.of(TWO, ONE));
    Sample blob = Samples.noise(1, 2_000_000);
    write(List.of(blob, blob));
    write(List.of(blob));
    assertPresent(ONE);
    assertPresent(TWO);
    assertPresent(blob);
  }

  @Test
  void aBlobMayHoldTheBytesOfANode() throws IOException {
    write(List.of(ONE));
    assertEquals(OptionalLong.empty(), store.size(ONE.hash()));
    assertEquals(Optional.empty(), store.open(ONE.hash()));
    try (Batch batch = store.begin()) {
      assertEquals(ONE.hash(), batch.putBlob(ONE.stream()).hash());
      batch.commit();
    }
    assertPresent(ONE);
    assertArrayEquals(ONE.bytes(), stream(ONE.hash()));
  }

  @Test
  void manyAreAskedForAtOnce() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      samples.add(Samples.of(i % 2 == 0 ? ObjectType.NODE : ObjectType.OPERATION, "sample " + i));
    }
    write(samples);
    List<Hash> hashes = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      hashes.add(samples.get(i).hash());
      hashes.add(Samples.of(ObjectType.NODE, "never written " + i).hash());
      hashes.add(samples.get(i / 2).hash());
    }
    Map<Hash, Lookup> answers = store.get(hashes);
    assertEquals(2 * samples.size(), answers.size());
    for (Sample sample : samples) {
      Lookup.Present present = assertInstanceOf(Lookup.Present.class, answers.get(sample.hash()));
      assertArrayEquals(sample.bytes(), present.bytes());
    }
    assertEquals(
        samples.size(), answers.values().stream().filter(Lookup.Absent.class::isInstance).count());
  }

  @Test
  void askingForNothingIsAnswered() {
    assertEquals(Map.of(), store.get(List.of()));
  }

  @Test
  void manyMoreThanFitIntoOneGroupAreWrittenAndRead() {
    Random random = new Random(17);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      samples.add(Samples.lines(i, 20 + random.nextInt(6_000)));
    }
    write(samples);
    Map<Hash, Lookup> answers = store.get(samples.stream().map(Sample::hash).toList());
    for (Sample sample : samples) {
      Lookup.Present present = assertInstanceOf(Lookup.Present.class, answers.get(sample.hash()));
      assertArrayEquals(sample.bytes(), present.bytes());
    }
  }

  // --- references

  @Test
  void aReferenceIsSetMovedAndRemoved() {
    moveRef(REF, Hash.ZERO, ONE.hash());
    assertEquals(Optional.of(ONE.hash()), store.ref(REF));
    moveRef(REF, ONE.hash(), TWO.hash());
    assertEquals(Optional.of(TWO.hash()), store.ref(REF));
    moveRef(REF, TWO.hash(), Hash.ZERO);
    assertEquals(Optional.empty(), store.ref(REF));
    moveRef(REF, Hash.ZERO, THREE.hash());
    assertEquals(Optional.of(THREE.hash()), store.ref(REF));
  }

  @Test
  void referencesHaveAnyNameAndAreApart() {
    String[] names = {"a", "A", "a/b", "äöü €", "with space", "'; DROP TABLE refs; --", ""};
    for (String name : names) {
      moveRef(name, Hash.ZERO, hash(name));
    }
    for (String name : names) {
      assertEquals(Optional.of(hash(name)), store.ref(name), name);
    }
  }

  @Test
  void aReferenceThatHoldsSomethingElseIsAConflict() {
    moveRef(REF, Hash.ZERO, ONE.hash());
    assertConflict(REF, Hash.ZERO, TWO.hash());
    assertConflict(REF, THREE.hash(), TWO.hash());
    assertConflict(REF, TWO.hash(), Hash.ZERO);
    assertConflict("another", ONE.hash(), TWO.hash());
    assertEquals(Optional.of(ONE.hash()), store.ref(REF));
    assertEquals(Optional.empty(), store.ref("another"));
    moveRef(REF, ONE.hash(), TWO.hash());
    assertEquals(Optional.of(TWO.hash()), store.ref(REF));
  }

  @Test
  void aConflictLeavesNothingBehind() {
    try (Batch batch = store.begin()) {
      ONE.putInto(batch);
      batch.ref("first", Hash.ZERO, ONE.hash());
      batch.ref("second", TWO.hash(), ONE.hash());
      assertThrows(ConflictException.class, batch::commit);
    }
    assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
    assertEquals(Optional.empty(), store.ref("first"));
    assertEquals(Optional.empty(), store.ref("second"));
  }

  @Test
  void changesOfOneReferenceInOneBatchFollowEachOther() {
    try (Batch batch = store.begin()) {
      batch.ref(REF, Hash.ZERO, ONE.hash());
      batch.ref(REF, ONE.hash(), TWO.hash());
      batch.commit();
    }
    assertEquals(Optional.of(TWO.hash()), store.ref(REF));
  }

  @Test
  void aReferenceIsComparedWhenTheBatchCommits() {
    try (Batch batch = store.begin()) {
      batch.ref(REF, THREE.hash(), ONE.hash());
      ONE.putInto(batch);
      assertEquals(Optional.empty(), store.ref(REF));
      assertThrows(ConflictException.class, batch::commit);
    }
  }

  // --- batches

  @Test
  void readersSeeNothingOfAnOpenBatch() {
    moveRef(REF, Hash.ZERO, ONE.hash());
    Sample large = Samples.noise(4, 3_000_000);
    try (Batch batch = store.begin()) {
      ONE.putInto(batch);
      batch.putBlob(large.stream());
      batch.ref(REF, ONE.hash(), TWO.hash());
      assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
      assertEquals(OptionalLong.empty(), store.size(large.hash()));
      assertEquals(Optional.of(ONE.hash()), store.ref(REF));
      batch.commit();
      assertPresent(ONE);
      assertPresent(large);
      assertEquals(Optional.of(TWO.hash()), store.ref(REF));
    }
  }

  @Test
  void aBatchThatIsOnlyClosedWritesNothing() {
    Sample large = Samples.noise(4, 3_000_000);
    try (Batch batch = store.begin()) {
      ONE.putInto(batch);
      large.putInto(batch);
      batch.ref(REF, Hash.ZERO, ONE.hash());
    }
    assertInstanceOf(Lookup.Absent.class, get(ONE.hash()));
    assertInstanceOf(Lookup.Absent.class, get(large.hash()));
    assertEquals(Optional.empty(), store.ref(REF));
    write(List.of(ONE, large));
    assertPresent(ONE);
    assertPresent(large);
  }

  @Test
  void anEmptyBatchCommits() {
    try (Batch batch = store.begin()) {
      batch.commit();
    }
    write(List.of(ONE));
    assertPresent(ONE);
  }

  @Test
  void aBatchEndsOnce() {
    Batch batch = store.begin();
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
  void aBatchThatIsClosedIsOfNoUse() {
    Batch batch = store.begin();
    batch.close();
    assertThrows(IllegalStateException.class, () -> ONE.putInto(batch));
    assertThrows(IllegalStateException.class, batch::commit);
  }

  @Test
  void aBlobWhoseStreamFailsIsNotWrittenAndTheBatchGoesOn() {
    for (int good : new int[] {0, 1_000, 3_000_000}) {
      Sample before = Samples.of(ObjectType.NODE, "before " + good);
      Sample after = Samples.of(ObjectType.NODE, "after " + good);
      Sample whole = Samples.lines(good, 2_500_000);
      try (Batch batch = store.begin()) {
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
  void oneBatchAtATime() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(1);
    try (Batch first = store.begin()) {
      CountDownLatch started = new CountDownLatch(1);
      Future<Optional<Hash>> second =
          threads.submit(
              () -> {
                started.countDown();
                try (Batch batch = store.begin()) {
                  Optional<Hash> seen = store.ref(REF);
                  batch.ref(REF, ONE.hash(), TWO.hash());
                  batch.commit();
                  return seen;
                }
              });
      started.await();
      first.ref(REF, Hash.ZERO, ONE.hash());
      first.commit();
      assertEquals(Optional.of(ONE.hash()), second.get());
      assertEquals(Optional.of(TWO.hash()), store.ref(REF));
    } finally {
      threads.shutdownNow();
    }
  }

  // --- many threads

  @Test
  void readersDoNotWaitForTheWriter() throws Exception {
    write(List.of(ONE));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Batch batch = store.begin()) {
      TWO.putInto(batch);
      List<Future<Lookup>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(() -> get(ONE.hash())));
      }
      for (Future<Lookup> answer : answers) {
        assertInstanceOf(Lookup.Present.class, answer.get(1, TimeUnit.MINUTES));
      }
      batch.commit();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatAReferenceNamesIsThere() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Callable<Integer> reader =
          () -> {
            int seen = 0;
            while (!done.get()) {
              Optional<Hash> now = store.ref(REF);
              if (now.isPresent()) {
                assertInstanceOf(Lookup.Present.class, get(now.get()));
                seen++;
              }
            }
            return seen;
          };
      List<Future<Integer>> readers =
          List.of(threads.submit(reader), threads.submit(reader), threads.submit(reader));
      Hash last = Hash.ZERO;
      for (int i = 0; i < 100; i++) {
        Sample next = Samples.of(ObjectType.OPERATION, "operation " + i);
        try (Batch batch = store.begin()) {
          next.putInto(batch);
          batch.ref(REF, last, next.hash());
          batch.commit();
        }
        last = next.hash();
      }
      done.set(true);
      for (Future<Integer> each : readers) {
        each.get();
      }
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  @Test
  void ofManyThatMoveAReferenceEachIsCounted() throws Exception {
    int writers = 4;
    int each = 25;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        int number = writer;
        results.add(threads.submit(() -> append(number, each)));
      }
      for (Future<Integer> result : results) {
        result.get();
      }
    } finally {
      threads.shutdownNow();
    }
    int length = 0;
    Optional<Hash> at = store.ref(REF);
    while (at.isPresent()) {
      length++;
      Lookup.Present present = assertInstanceOf(Lookup.Present.class, get(at.get()));
      String text = new String(present.bytes(), StandardCharsets.UTF_8);
      String before = text.substring(text.lastIndexOf(' ') + 1);
      at = before.equals("none") ? Optional.empty() : Optional.of(Hash.parse(before));
    }
    assertEquals(writers * each, length);
  }

  // --- closing

  @Test
  void aClosedStoreIsOfNoUse() {
    write(List.of(ONE));
    store.close();
    store.close();
    assertThrows(IllegalStateException.class, () -> get(ONE.hash()));
    assertThrows(IllegalStateException.class, () -> store.open(ONE.hash()));
    assertThrows(IllegalStateException.class, () -> store.size(ONE.hash()));
    assertThrows(IllegalStateException.class, () -> store.ref(REF));
    assertThrows(IllegalStateException.class, () -> store.begin());
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

  // --- helpers

  /** Writes objects in one batch. */
  protected final void write(List<Sample> samples) {
    try (Batch batch = store.begin()) {
      samples.forEach(sample -> sample.putInto(batch));
      batch.commit();
    }
  }

  /** The answer for one hash. */
  protected final Lookup get(Hash hash) {
    return store.get(List.of(hash)).get(hash);
  }

  /** Asserts that an object is there as it was written. */
  protected final void assertPresent(Sample sample) {
    Lookup.Present present = assertInstanceOf(Lookup.Present.class, get(sample.hash()));
    assertArrayEquals(sample.bytes(), present.bytes());
  }

  private int append(int writer, int count) {
    int conflicts = 0;
    for (int i = 0; i < count; i++) {
      while (!tryAppend("writer " + writer + " step " + i)) {
        conflicts++;
      }
    }
    return conflicts;
  }

  private boolean tryAppend(String what) {
    Optional<Hash> before = store.ref(REF);
    Sample next =
        Samples.of(
            ObjectType.OPERATION, what + " after " + before.map(Hash::toString).orElse("none"));
    try (Batch batch = store.begin()) {
      next.putInto(batch);
      batch.ref(REF, before.orElse(Hash.ZERO), next.hash());
      batch.commit();
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }

  private void moveRef(String name, Hash expected, Hash next) {
    try (Batch batch = store.begin()) {
      batch.ref(name, expected, next);
      batch.commit();
    }
  }

  private void assertConflict(String name, Hash expected, Hash next) {
    assertThrows(ConflictException.class, () -> moveRef(name, expected, next));
  }

  private byte[] stream(Hash hash) throws IOException {
    try (InputStream in = store.open(hash).orElseThrow()) {
      return in.readAllBytes();
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

  private static Hash hash(String text) {
    return Hash.ofContent(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
