package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;

/**
 * Numbered transactions, each of which writes some objects of every size and some entries of the
 * index, and moves one reference. It is known from the number alone what they write, so that what
 * is found later can be judged.
 */
final class Transactions {
  static final String REF = "operation";

  private Transactions() {}

  /** What the transaction of that number writes; the first is the one the reference then names. */
  static List<Sample> content(int number) {
    List<Sample> samples = new ArrayList<>();
    samples.add(operation(number));
    for (int i = 0; i < 4; i++) {
      samples.add(Samples.of(ObjectType.NODE, "node " + i + " of " + number));
    }
    samples.add(Samples.lines(number, 100 + 700 * (number % 40)));
    if (number % 7 == 3) {
      samples.add(Samples.lines(-number, 2_200_000 + number));
    }
    return samples;
  }

  static Sample operation(int number) {
    return Samples.of(ObjectType.OPERATION, Integer.toString(number));
  }

  /** Writes all that a transaction writes, without committing it. */
  static void write(Batch batch, int number) {
    for (Sample sample : content(number)) {
      sample.putInto(batch);
    }
    index(batch, number);
    batch.ref(
        REF, number == 1 ? Hash.ZERO : operation(number - 1).hash(), operation(number).hash());
  }

  /** Writes what a transaction writes to the index: its own entry, a common one, one removed. */
  static void index(Batch batch, int number) {
    byte[] value = bytes(Integer.toString(number));
    batch.index(bytes("transaction " + number), value);
    batch.index(bytes("last"), value);
    batch.index(bytes("transaction " + (number - 3)), null);
  }

  /** What the index holds after the transaction of that number. */
  private static Map<String, String> indexAfter(int number) {
    Map<String, String> entries = new TreeMap<>();
    for (int i = Math.max(1, number - 2); i <= number; i++) {
      entries.put("transaction " + i, Integer.toString(i));
      entries.put("last", Integer.toString(number));
    }
    return entries;
  }

  /** Asserts that the index is that of one transaction. */
  static void assertIndexed(Store store, int number) {
    Map<String, String> entries = new TreeMap<>();
    store.index(
        index ->
            index.scan(
                new byte[0],
                new byte[0],
                (key, value) -> entries.put(text(key), text(value)) == null));
    assertEquals(indexAfter(number), entries);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static void commit(Store store, int number) {
    try (Batch batch = store.begin()) {
      write(batch, number);
      batch.commit();
    }
  }

  /** The number of the last transaction in a store; 0 if there is none. */
  static int last(Store store) {
    if (store.ref(REF).isEmpty()) {
      return 0;
    }
    Hash hash = store.ref(REF).get();
    Lookup.Present operation =
        assertInstanceOf(Lookup.Present.class, store.get(List.of(hash)).get(hash));
    return Integer.parseInt(new String(operation.bytes(), StandardCharsets.UTF_8).substring(2));
  }

  /** Asserts that a store has all of one transaction, byte for byte. */
  static void assertWhole(Store store, int number) {
    List<Sample> samples = content(number);
    Map<Hash, Lookup> answers = store.get(samples.stream().map(Sample::hash).toList());
    for (Sample sample : samples) {
      Lookup.Present present =
          assertInstanceOf(Lookup.Present.class, answers.get(sample.hash()), "in " + number);
      assertArrayEquals(sample.bytes(), present.bytes(), "in " + number);
    }
  }

  /** Asserts that a store has nothing of one transaction. */
  static void assertNothing(Store store, int number) {
    List<Hash> hashes = content(number).stream().map(Sample::hash).toList();
    Map<Hash, Lookup> answers = store.get(hashes);
    assertEquals(
        hashes.size(),
        answers.values().stream().filter(Lookup.Absent.class::isInstance).count(),
        "something of " + number + " is there");
  }
}
