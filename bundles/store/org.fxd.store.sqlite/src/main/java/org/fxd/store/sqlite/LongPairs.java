package org.fxd.store.sqlite;

import java.util.Arrays;

/**
 * Pairs of numbers, many of them, that can be put in the order of the first: what a batch wrote and
 * where it is. Two plain arrays, since a large import has millions.
 */
final class LongPairs {
  private static final int DIGIT = 16;
  private static final int FEW = 4096;

  private long[] firsts = new long[64];
  private long[] seconds = new long[64];
  private int size;

  void add(long first, long second) {
    if (size == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * size + 64);
      seconds = Arrays.copyOf(seconds, 2 * size + 64);
    }
    firsts[size] = first;
    seconds[size++] = second;
  }

  int size() {
    return size;
  }

  long first(int at) {
    return firsts[at];
  }

  long second(int at) {
    return seconds[at];
  }

  /**
   * Sorts by the first numbers, of which only the lowest bits count; those that are equal keep
   * their order.
   */
  void sort(int bits) {
    if (size < FEW) {
      sortFew((1L << bits) - 1);
      return;
    }
    long[] to = new long[size];
    long[] toSeconds = new long[size];
    int[] starts = new int[(1 << DIGIT) + 1];
    for (int shift = 0; shift < bits; shift += DIGIT) {
      Arrays.fill(starts, 0);
      for (int i = 0; i < size; i++) {
        starts[((int) (firsts[i] >>> shift) & (1 << DIGIT) - 1) + 1]++;
      }
      for (int i = 0; i < 1 << DIGIT; i++) {
        starts[i + 1] += starts[i];
      }
      for (int i = 0; i < size; i++) {
        int at = starts[(int) (firsts[i] >>> shift) & (1 << DIGIT) - 1]++;
        to[at] = firsts[i];
        toSeconds[at] = seconds[i];
      }
      long[] spare = firsts;
      firsts = to;
      to = spare;
      spare = seconds;
      seconds = toSeconds;
      toSeconds = spare;
    }
  }

  /** The counts of the other way cost more than few pairs do. */
  private void sortFew(long mask) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compare(firsts[a] & mask, firsts[b] & mask));
    long[] sorted = new long[size];
    long[] sortedSeconds = new long[size];
    for (int i = 0; i < size; i++) {
      sorted[i] = firsts[order[i]];
      sortedSeconds[i] = seconds[order[i]];
    }
    firsts = sorted;
    seconds = sortedSeconds;
  }
}
