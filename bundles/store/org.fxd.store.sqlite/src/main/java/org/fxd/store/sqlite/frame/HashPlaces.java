package org.fxd.store.sqlite.frame;

import java.util.Arrays;
import org.fxd.graph.api.Hash;

/**
 * Finds the hashes of a frame's objects within the bytes of others. It looks at every place, and
 * needs not know what the bytes mean. For one thread.
 */
final class HashPlaces {
  private static final int FIRST_ROOM = 64;

  /** An open table of object numbers plus one, by the first eight bytes of the hash. */
  private int[] table = new int[FIRST_ROOM * 2];

  private byte[] hashes = new byte[FIRST_ROOM * Hash.LENGTH];
  private int[] numbers = new int[FIRST_ROOM];
  private int count;

  /** Remembers the hash of an object. */
  void add(int number, Hash hash) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
      hashes = Arrays.copyOf(hashes, numbers.length * Hash.LENGTH);
      table = new int[numbers.length * 2];
      for (int i = 0; i < count; i++) {
        enter(i);
      }
    }
    numbers[count] = number;
    hash.copyTo(hashes, count * Hash.LENGTH);
    enter(count++);
  }

  void clear() {
    count = 0;
    Arrays.fill(table, 0);
  }

  /** The number of the object whose hash stands at a place of some bytes, or −1. */
  int find(byte[] bytes, int at) {
    long first = Seeds.eight(bytes, at);
    for (int slot = slot(first); table[slot] != 0; slot = slot + 1 & table.length - 1) {
      int place = (table[slot] - 1) * Hash.LENGTH;
      if (Seeds.eight(hashes, place) == first
          && Arrays.equals(hashes, place, place + Hash.LENGTH, bytes, at, at + Hash.LENGTH)) {
        return numbers[table[slot] - 1];
      }
    }
    return -1;
  }

  private void enter(int index) {
    int slot = slot(Seeds.eight(hashes, index * Hash.LENGTH));
    while (table[slot] != 0) {
      slot = slot + 1 & table.length - 1;
    }
    table[slot] = index + 1;
  }

  /** Hashes are as good as chance, so some bits of them will do; bytes of text are mixed. */
  private int slot(long first) {
    return (int) ((first * 0x9E3779B97F4A7C15L) >>> 32) & table.length - 1;
  }
}
