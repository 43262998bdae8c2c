package org.fxd.graph.core.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.fxd.graph.api.Hash;
import org.junit.jupiter.api.Test;

class ObjectTableTest {
  private static Hash hash(int number) {
    return Hash.ofContent(ByteBuffer.allocate(4).putInt(number).array());
  }

  /** All but the last bytes are equal, as in a file that someone made up. */
  private static Hash alike(int number) {
    return Hash.of(ByteBuffer.allocate(Hash.LENGTH).putInt(28, number).array());
  }

  @Test
  void hashesAreNumberedInTheirOrder() {
    ObjectTable table = new ObjectTable();
    int count = 100_000;
    for (int i = 0; i < count; i++) {
      assertEquals(-1, table.find(hash(i)));
      assertEquals(i, table.add(hash(i)));
      assertEquals(i / 2, table.add(hash(i / 2)));
    }
    assertEquals(count, table.size());
    for (int i = 0; i < count; i++) {
      assertEquals(i, table.find(hash(i)));
      assertEquals(hash(i), table.get(i));
    }
    assertEquals(-1, table.find(hash(count)));
  }

  @Test
  void hashesThatAreAlikeAreApart() {
    ObjectTable table = new ObjectTable();
    for (int i = 0; i < 50_000; i++) {
      assertEquals(i, table.add(alike(i)));
    }
    for (int i = 0; i < 50_000; i++) {
      assertEquals(i, table.find(alike(i)));
    }
  }
}
