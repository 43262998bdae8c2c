package org.fxd.store.sqlite;

import java.nio.ByteBuffer;
import org.fxd.graph.api.Hash;

/**
 * A set of hashes, of each of which it holds the first half: a million take some thirty megabytes.
 * Two that begin alike for sixteen bytes would take as much work to find as to break it all.
 */
final class MarkedHashes {
  private long[] table = new long[2 << 10];
  private int size;
  private boolean hasZero;

  /**
   * Adds one.
   *
   * @return whether it was not there
   */
  boolean add(Hash hash) {
    long first = hash.prefix();
    long second = second(hash);
    if (first == 0 && second == 0) {
      boolean added = !hasZero;
      hasZero = true;
      return added;
    }
    int at = place(table, first, second);
    if (table[at] != 0 || table[at + 1] != 0) {
      return false;
    }
    table[at] = first;
    table[at + 1] = second;
    size++;
    if (10L * size > 3L * table.length) {
      grow();
    }
    return true;
  }

  boolean contains(Hash hash) {
    long first = hash.prefix();
    long second = second(hash);
    if (first == 0 && second == 0) {
      return hasZero;
    }
    int at = place(table, first, second);
    return table[at] != 0 || table[at + 1] != 0;
  }

  int size() {
    return hasZero ? size + 1 : size;
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(table.length, 2)];
    for (int i = 0; i < table.length; i += 2) {
      if (table[i] != 0 || table[i + 1] != 0) {
        int at = place(larger, table[i], table[i + 1]);
        larger[at] = table[i];
        larger[at + 1] = table[i + 1];
      }
    }
    table = larger;
  }

  /** Where one is, or would be. */
  private static int place(long[] table, long first, long second) {
    int mask = table.length / 2 - 1;
    int at = (int) (first ^ first >>> 32) & mask;
    while (true) {
      long there = table[2 * at];
      long thereToo = table[2 * at + 1];
      if (there == first && thereToo == second || there == 0 && thereToo == 0) {
        return 2 * at;
      }
      at = at + 1 & mask;
    }
  }

  private static long second(Hash hash) {
    byte[] bytes = new byte[Hash.LENGTH];
    hash.copyTo(bytes, 0);
    return ByteBuffer.wrap(bytes).getLong(Long.BYTES);
  }
}
