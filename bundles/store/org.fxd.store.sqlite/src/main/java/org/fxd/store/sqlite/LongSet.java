package org.fxd.store.sqlite;

/** A set of numbers above zero, in a plain array. */
final class LongSet {
  private long[] table = new long[1 << 10];
  private int size;

  /**
   * Adds one.
   *
   * @return whether it was not there
   */
  boolean add(long number) {
    int at = place(table, number);
    if (table[at] != 0) {
      return false;
    }
    table[at] = number;
    size++;
    if (size > table.length / 2) {
      long[] larger = new long[Math.multiplyExact(table.length, 2)];
      for (long each : table) {
        if (each != 0) {
          larger[place(larger, each)] = each;
        }
      }
      table = larger;
    }
    return true;
  }

  boolean contains(long number) {
    return table[place(table, number)] != 0;
  }

  int size() {
    return size;
  }

  private static int place(long[] table, long number) {
    int mask = table.length - 1;
    int at = (int) ((number * 0x9E3779B97F4A7C15L) >>> 33) & mask;
    while (table[at] != 0 && table[at] != number) {
      at = at + 1 & mask;
    }
    return at;
  }
}
