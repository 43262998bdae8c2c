package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fxd.store.sqlite.sorted.Edit;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** What comes in any order goes on sorted. */
class IndexBufferTest {
  @Test
  void entriesGoOnSortedTheLastOfEachKey() {
    Property.seeded(7)
        .check(
            choices -> {
              IndexBuffer buffer = new IndexBuffer();
              for (int round = 0; round < 2; round++) {
                Map<byte[], byte[]> expected = new TreeMap<>(Arrays::compareUnsigned);
                for (int left = choices.below(80); left > 0; left--) {
                  byte[] key = key(choices);
                  byte[] value = choices.chance(30) ? null : choices.bytes(3);
                  buffer.add(key, value);
                  expected.put(key, value);
                }
                assertEquals(expected.isEmpty(), buffer.isEmpty());
                List<byte[]> found = new ArrayList<>();
                for (Edit edit : buffer.edits()) {
                  found.add(edit.key());
                  assertArrayEquals(expected.get(edit.key()), edit.value());
                }
                assertArrayEquals(expected.keySet().toArray(), found.toArray());
                buffer.clear();
                assertTrue(buffer.isEmpty());
              }
            });
  }

  @Test
  void manyGoOnSortedWhateverTheyBeginWith() {
    Random random = new Random(5);
    for (int letters : new int[] {1, 2, 256}) {
      IndexBuffer buffer = new IndexBuffer();
      Map<byte[], byte[]> expected = new TreeMap<>(Arrays::compareUnsigned);
      for (int i = 0; i < 5_000; i++) {
        byte[] key = new byte[1 + random.nextInt(24)];
        for (int at = 0; at < key.length; at++) {
          key[at] = (byte) random.nextInt(letters);
        }
        byte[] value = {(byte) i, (byte) (i >> 8)};
        buffer.add(key, value);
        expected.put(key, value);
      }
      List<Edit> edits = buffer.edits();
      assertArrayEquals(
          expected.keySet().toArray(), edits.stream().map(Edit::key).toArray(byte[][]::new));
      assertArrayEquals(
          expected.values().toArray(), edits.stream().map(Edit::value).toArray(byte[][]::new));
    }
  }

  private static byte[] key(Choices choices) {
    byte[] rest = choices.bytes(choices.chance(20) ? 300 : 1);
    byte[] key = Arrays.copyOf(rest, rest.length + 1);
    key[rest.length] = (byte) choices.below(3);
    return key;
  }

  @Test
  void itIsFullWhenMuchHasCome() {
    IndexBuffer buffer = new IndexBuffer();
    byte[] value = new byte[1 << 20];
    for (byte i = 0; i < 31; i++) {
      buffer.add(new byte[] {i}, value);
    }
    assertFalse(buffer.isFull());
    buffer.add(new byte[] {31}, value);
    assertTrue(buffer.isFull());
    int count = 0;
    for (Edit edit : buffer.edits()) {
      assertEquals(count++, edit.key()[0]);
    }
    assertEquals(32, count);
    buffer.clear();
    assertFalse(buffer.isFull());
  }
}
