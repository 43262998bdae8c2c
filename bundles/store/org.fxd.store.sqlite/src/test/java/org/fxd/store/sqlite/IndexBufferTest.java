package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
                  byte[] key = choices.bytes(choices.chance(20) ? 300 : 1);
                  byte[] value = choices.chance(30) ? null : choices.bytes(3);
                  buffer.add(key, value);
                  expected.put(key, value);
                }
                assertEquals(expected.isEmpty(), buffer.isEmpty());
                List<byte[]> found = new ArrayList<>();
                buffer.drainTo(
                    (key, value) -> {
                      found.add(key);
                      assertArrayEquals(expected.get(key), value);
                    });
                assertArrayEquals(expected.keySet().toArray(), found.toArray());
                assertTrue(buffer.isEmpty());
              }
            });
  }

  @Test
  void itIsFullWhenMuchHasCome() throws SQLException {
    IndexBuffer buffer = new IndexBuffer();
    byte[] value = new byte[1 << 20];
    for (byte i = 0; i < 31; i++) {
      buffer.add(new byte[] {i}, value);
    }
    assertFalse(buffer.isFull());
    buffer.add(new byte[] {31}, value);
    assertTrue(buffer.isFull());
    int[] count = new int[1];
    buffer.drainTo((key, each) -> assertEquals(count[0]++, key[0]));
    assertEquals(32, count[0]);
    assertFalse(buffer.isFull());
  }
}
