package org.fxd.store.sqlite.frame;

import java.util.Arrays;

/**
 * Finds 32 bytes again anywhere in the base. Only every sixteenth place is remembered, so a match
 * of 47 bytes is always found, and the base costs little. For one thread.
 */
final class FarPlaces {
  /** The bytes by which a place is found. */
  static final int SEED = 32;

  private static final int STRIDE = 16;
  private static final int FEWEST_BITS = 6;
  private static final int NONE = -1;

  /** For each hash the last place with it, in strides, plus one. */
  private int[] heads = new int[1 << FEWEST_BITS];

  /** For each place the one before it with the same hash, in strides, plus one. */
  private int[] earlier = new int[0];

  private int shift;

  /** Remembers a base, which has as many bytes as a seed at least. */
  void begin(byte[] base) {
    int count = (base.length - SEED) / STRIDE + 1;
    int bits = Math.max(FEWEST_BITS, Integer.SIZE + 1 - Integer.numberOfLeadingZeros(count));
    if (heads.length < 1 << bits) {
      heads = new int[1 << bits];
    } else {
      Arrays.fill(heads, 0, 1 << bits, 0);
    }
    if (earlier.length < count) {
      earlier = new int[1 << bits];
    }
    shift = Long.SIZE - bits;
    for (int place = 0; place < count; place++) {
      int slot = slot(base, place * STRIDE);
      earlier[place] = heads[slot];
      heads[slot] = place + 1;
    }
  }

  /** The last place that may have the 32 bytes, or −1. */
  int find(byte[] target, int at) {
    return place(heads[slot(target, at)]);
  }

  /** The place before one that was found, or −1. */
  int findEarlier(int place) {
    return place(earlier[place / STRIDE]);
  }

  private static int place(int strides) {
    return strides == 0 ? NONE : (strides - 1) * STRIDE;
  }

  private int slot(byte[] bytes, int at) {
    return (int) (Seeds.thirtyTwo(bytes, at) >>> shift);
  }
}
