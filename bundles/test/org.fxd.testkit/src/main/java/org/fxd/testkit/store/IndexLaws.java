package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Lookup;
import org.junit.jupiter.api.Test;

/** A sorted map of bytes beside the objects, in step with them. */
interface IndexLaws extends StoreUnderTest {
  @Test
  default void anEmptyIndexHasNothing() {
    assertEquals(List.of(), entries("", ""));
    assertEquals(Optional.empty(), value("a"));
    assertTrue(scan(bytes("a"), bytes("b"), (key, value) -> false));
  }

  @Test
  default void entriesArePutReplacedAndRemoved() {
    index("a", "1", "b", "2", "c", "3");
    assertEquals(List.of("a=1", "b=2", "c=3"), entries("", ""));
    index("b", "20", "d", "4");
    assertEquals(List.of("a=1", "b=20", "c=3", "d=4"), entries("", ""));
    assertEquals(Optional.of("20"), value("b"));
    index("a", null, "never there", null);
    assertEquals(List.of("b=20", "c=3", "d=4"), entries("", ""));
    assertEquals(Optional.empty(), value("a"));
    index("a", "again");
    assertEquals(Optional.of("again"), value("a"));
  }

  @Test
  default void ofSeveralWritesToOneKeyTheLastCounts() {
    index("x", "1", "x", "2", "y", "1", "y", null, "z", null, "z", "3");
    assertEquals(List.of("x=2", "z=3"), entries("", ""));
    index("x", null, "x", "4", "z", "5", "z", null);
    assertEquals(List.of("x=4"), entries("", ""));
  }

  @Test
  default void aRangeHasItsFirstKeyAndNotItsLast() {
    index("a", "", "b", "", "ba", "", "c", "", "d", "");
    assertEquals(List.of("b=", "ba="), entries("b", "c"));
    assertEquals(List.of("ba=", "c="), entries("b!", "cc"));
    assertEquals(List.of("c=", "d="), entries("bz", ""));
    assertEquals(List.of("a="), entries("", "b"));
    assertEquals(List.of(), entries("b", "b"));
    assertEquals(List.of(), entries("c", "b"));
    assertEquals(List.of(), entries("e", ""));
    assertEquals(List.of(), entries("", "a"));
  }

  @Test
  default void keysOrderAsUnsignedBytes() {
    List<byte[]> keys = new ArrayList<>();
    for (int first = 0; first < 256; first += 5) {
      keys.add(new byte[] {(byte) first});
      keys.add(new byte[] {(byte) first, 0});
      keys.add(new byte[] {(byte) first, (byte) 0x80, 1});
      keys.add(new byte[] {(byte) first, (byte) 0xff});
    }
    List<byte[]> shuffled = new ArrayList<>(keys);
    Collections.shuffle(shuffled, new Random(3));
    try (Batch batch = store().begin()) {
      shuffled.forEach(key -> batch.index(key, key));
      batch.commit();
    }
    List<String> found = new ArrayList<>();
    assertTrue(
        scan(
            new byte[0],
            new byte[0],
            (key, value) -> {
              assertTrue(Arrays.equals(key, value));
              return found.add(HexFormat.of().formatHex(key));
            }));
    assertEquals(keys.stream().map(HexFormat.of()::formatHex).toList(), found);
  }

  @Test
  default void aVisitorMayStop() {
    index("a", "1", "b", "2", "c", "3");
    List<String> seen = new ArrayList<>();
    assertFalse(
        scan(
            bytes(""),
            bytes(""),
            (key, value) -> {
              seen.add(text(key));
              return seen.size() < 2;
            }));
    assertEquals(List.of("a", "b"), seen);
  }

  @Test
  default void aVisitorMayAskFurtherQuestions() {
    index("a", "b", "b", "c", "c", "a");
    write(List.of(ONE));
    List<String> seen = new ArrayList<>();
    boolean whole =
        store()
            .<Boolean>index(
                index ->
                    index.scan(
                        bytes(""),
                        bytes(""),
                        (key, value) -> {
                          assertInstanceOf(Lookup.Present.class, get(ONE.hash()));
                          assertEquals(Optional.empty(), store().ref(REF));
                          index.scan(
                              value,
                              bytes(""),
                              (k, v) -> {
                                seen.add(text(key) + ">" + text(k));
                                return false;
                              });
                          return index.get(value).isPresent();
                        }));
    assertTrue(whole);
    assertEquals(List.of("a>b", "b>c", "c>a"), seen);
  }

  @Test
  default void aVisitorThatFailsHarmsNobody() {
    index("a", "1");
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                scan(
                    bytes(""),
                    bytes(""),
                    (key, value) -> {
                      throw new IllegalStateException("on purpose");
                    }));
    assertEquals("on purpose", failure.getMessage());
    index("b", "2");
    assertEquals(List.of("a=1", "b=2"), entries("", ""));
  }

  @Test
  default void keysAndValuesMayBeLong() {
    byte[] longest = new byte[Batch.MAX_INDEX_KEY];
    byte[] value = Samples.noise(1, 200_000).bytes();
    try (Batch batch = store().begin()) {
      batch.index(longest, value);
      batch.index(new byte[1], new byte[0]);
      batch.commit();
    }
    byte[] found = store().index(index -> index.get(longest).orElseThrow());
    assertTrue(Arrays.equals(value, found));
    byte[] none = store().index(index -> index.get(new byte[1]).orElseThrow());
    assertEquals(0, none.length);
  }

  @Test
  default void keysHaveLimits() {
    try (Batch batch = store().begin()) {
      byte[] tooLong = new byte[Batch.MAX_INDEX_KEY + 1];
      assertThrows(IllegalArgumentException.class, () -> batch.index(new byte[0], new byte[0]));
      assertThrows(IllegalArgumentException.class, () -> batch.index(tooLong, new byte[0]));
      assertThrows(IllegalArgumentException.class, () -> batch.index(tooLong, null));
      batch.index(bytes("a"), bytes("1"));
      batch.commit();
    }
    assertEquals(List.of("a=1"), entries("", ""));
  }

  @Test
  default void anOpenBatchDoesNotShowAndLeavesNothing() {
    index("a", "1");
    try (Batch batch = store().begin()) {
      batch.index(bytes("a"), bytes("2"));
      batch.index(bytes("b"), bytes("2"));
      assertEquals(List.of("a=1"), entries("", ""));
    }
    assertEquals(List.of("a=1"), entries("", ""));
    index("c", "3");
    assertEquals(List.of("a=1", "c=3"), entries("", ""));
  }

  @Test
  default void anEndedBatchTakesNoEntries() {
    Batch batch = store().begin();
    batch.commit();
    assertThrows(IllegalStateException.class, () -> batch.index(bytes("a"), bytes("1")));
    batch.close();
  }

  @Test
  default void aBatchThatLosesItsReferenceLeavesNothing() {
    moveRef(REF, Hash.ZERO, ONE.hash());
    index("a", "1");
    try (Batch batch = store().begin()) {
      batch.index(bytes("a"), null);
      batch.index(bytes("b"), bytes("2"));
      batch.ref(REF, TWO.hash(), THREE.hash());
      assertThrows(ConflictException.class, batch::commit);
    }
    assertEquals(List.of("a=1"), entries("", ""));
  }

  @Test
  default void aQuerySeesOneMoment() {
    index("a", "1", "b", "1");
    assertOneMoment();
  }

  /** Writes while a query of an index runs that holds {@code a=1} and {@code b=1}. */
  default void assertOneMoment() {
    List<String> seen =
        store()
            .index(
                index -> {
                  List<String> all = new ArrayList<>();
                  elsewhere(() -> index("a", "2", "b", null, "c", "2"));
                  index.get(bytes("a")).ifPresent(value -> all.add(text(value)));
                  index.scan(bytes(""), bytes(""), (k, v) -> all.add(text(k) + "=" + text(v)));
                  elsewhere(() -> index("d", "3"));
                  index.scan(bytes(""), bytes(""), (k, v) -> all.add(text(k) + "=" + text(v)));
                  return all;
                });
    assertEquals(List.of("1", "a=1", "b=1", "a=1", "b=1"), seen);
    assertEquals(List.of("a=2", "c=2", "d=3"), entries("", ""));
  }

  @Test
  default void theIndexIsNeverBehindAReference() throws Exception {
    int last = 60;
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> readers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        readers.add(
            threads.submit(
                () -> {
                  while (!done.get()) {
                    int reference = store().ref(REF).map(IndexLaws::numberOf).orElse(0);
                    int indexed = store().index(IndexLaws::numberOf);
                    assertTrue(indexed >= reference, indexed + " after " + reference);
                  }
                }));
      }
      for (int i = 1; i <= last; i++) {
        try (Batch batch = store().begin()) {
          batch.ref(REF, i == 1 ? Hash.ZERO : hashOf(i - 1), hashOf(i));
          for (int key = 0; key < 50; key++) {
            batch.index(bytes("k" + key), bytes(Integer.toString(i)));
          }
          batch.commit();
        }
      }
      done.set(true);
      for (Future<?> reader : readers) {
        reader.get(1, TimeUnit.MINUTES);
      }
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
    int indexed = store().index(IndexLaws::numberOf);
    assertEquals(last, indexed);
  }

  @Test
  default void manyKeysInAnyOrderComeOutSorted() {
    Random random = new Random(11);
    NavigableMap<byte[], byte[]> expected = new TreeMap<>(Arrays::compareUnsigned);
    int[] sizes = {30_000, 1, 700, 20_000, 5, 3_000};
    for (int size : sizes) {
      try (Batch batch = store().begin()) {
        for (int i = 0; i < size; i++) {
          byte[] key = new byte[1 + random.nextInt(24)];
          random.nextBytes(key);
          Map.Entry<byte[], byte[]> there = expected.ceilingEntry(key);
          if (there != null && random.nextInt(3) == 0) {
            expected.remove(there.getKey());
            batch.index(there.getKey(), null);
          } else {
            byte[] value = new byte[random.nextInt(12)];
            random.nextBytes(value);
            expected.put(key, value);
            batch.index(key, value);
          }
        }
        batch.commit();
      }
      assertSame(expected, new byte[0], new byte[0]);
      for (int i = 0; i < 20; i++) {
        byte[] from = new byte[1 + random.nextInt(3)];
        byte[] to = new byte[1 + random.nextInt(3)];
        random.nextBytes(from);
        random.nextBytes(to);
        assertSame(expected, from, to);
      }
    }
    try (Batch batch = store().begin()) {
      expected.keySet().forEach(key -> batch.index(key, null));
      batch.commit();
    }
    assertEquals(List.of(), entries("", ""));
  }

  @Test
  default void anIndexGrowsAndShrinksKeyByKey() {
    NavigableMap<byte[], byte[]> expected = new TreeMap<>(Arrays::compareUnsigned);
    Random random = new Random(5);
    for (int round = 0; round < 40; round++) {
      boolean growing = round < 25;
      try (Batch batch = store().begin()) {
        for (int i = 0; i < 60; i++) {
          byte[] key = bytes("key " + random.nextInt(900));
          byte[] value = growing || random.nextInt(9) == 0 ? bytes("v" + round) : null;
          batch.index(key, value);
          if (value == null) {
            expected.remove(key);
          } else {
            expected.put(key, value);
          }
        }
        batch.commit();
      }
      assertSame(expected, new byte[0], new byte[0]);
    }
  }

  /** Writes keys and values in one batch that changes nothing else; null removes. */
  default void index(String... keysAndValues) {
    try (Batch batch = store().begin()) {
      for (int i = 0; i < keysAndValues.length; i += 2) {
        String value = keysAndValues[i + 1];
        batch.index(bytes(keysAndValues[i]), value == null ? null : bytes(value));
      }
      batch.commit();
    }
  }

  /** The entries in a range, as {@code key=value}. */
  default List<String> entries(String from, String to) {
    List<String> found = new ArrayList<>();
    assertTrue(
        scan(bytes(from), bytes(to), (key, value) -> found.add(text(key) + "=" + text(value))));
    return found;
  }

  private boolean scan(byte[] from, byte[] to, BiPredicate<byte[], byte[]> visitor) {
    return store().<Boolean>index(index -> index.scan(from, to, visitor));
  }

  private Optional<String> value(String key) {
    return store().index(index -> index.get(bytes(key)).map(IndexLaws::text));
  }

  private void assertSame(NavigableMap<byte[], byte[]> expected, byte[] from, byte[] to) {
    List<String> wanted = new ArrayList<>();
    expected
        .tailMap(from, true)
        .forEach(
            (key, value) -> {
              if (to.length == 0 || Arrays.compareUnsigned(key, to) < 0) {
                wanted.add(HexFormat.of().formatHex(key) + "=" + HexFormat.of().formatHex(value));
              }
            });
    List<String> found = new ArrayList<>();
    scan(
        from,
        to,
        (key, value) ->
            found.add(HexFormat.of().formatHex(key) + "=" + HexFormat.of().formatHex(value)));
    assertEquals(wanted.size(), found.size());
    assertEquals(wanted, found);
  }

  private static void elsewhere(Runnable work) {
    CountDownLatch done = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              work.run();
              done.countDown();
            },
            "writer of a test");
    thread.setDaemon(true);
    thread.start();
    try {
      assertTrue(done.await(1, TimeUnit.MINUTES), "a writer waits for a reader of the index");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The number that all fifty keys of one moment say. */
  private static int numberOf(IndexReader index) {
    List<String> numbers = new ArrayList<>();
    index.scan(bytes(""), bytes(""), (key, value) -> numbers.add(text(value)));
    assertTrue(numbers.isEmpty() || numbers.size() == 50, "half of a batch");
    assertTrue(numbers.stream().distinct().count() <= 1, "of two moments: " + numbers);
    return numbers.isEmpty() ? 0 : Integer.parseInt(numbers.get(0));
  }

  private static Hash hashOf(int number) {
    byte[] bytes = new byte[Hash.LENGTH];
    bytes[0] = (byte) number;
    return Hash.of(bytes);
  }

  private static int numberOf(Hash hash) {
    return hash.bytes()[0];
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
