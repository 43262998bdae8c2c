package org.fxd.store.sqlite.sorted;

import java.util.Arrays;

/**
 * Some entries of a run in order, as they are searched: keys without what all of them begin with,
 * side by side. Immutable; never empty.
 */
final class Block {
  private final int size;
  private final byte[] prefix;
  private final Slices rests;
  private final Slices values;

  /** One bit an entry, set if it is a removal; null if none is. */
  private final long[] removals;

  /**
   * A block.
   *
   * @param prefix what all keys begin with
   * @param rests what follows in each
   * @param values of removals, empty
   */
  Block(int size, byte[] prefix, Slices rests, Slices values, long[] removals) {
    this.size = size;
    this.prefix = prefix;
    this.rests = rests;
    this.values = values;
    this.removals = removals;
  }

  int size() {
    return size;
  }

  /** The first entry whose key is not below one; the size if there is none. */
  int search(byte[] key) {
    int common = Math.min(prefix.length, key.length);
    int order = Arrays.compareUnsigned(prefix, 0, prefix.length, key, 0, common);
    if (order != 0) {
      return order > 0 ? 0 : size;
    }
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rests.compare(middle, key, common) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether the key of an entry is this one. */
  boolean isAt(int at, byte[] key) {
    return key.length >= prefix.length
        && Arrays.equals(prefix, 0, prefix.length, key, 0, prefix.length)
        && rests.compare(at, key, prefix.length) == 0;
  }

  byte[] key(int at) {
    byte[] key = Arrays.copyOf(prefix, keyLength(at));
    rests.copy(at, key, prefix.length);
    return key;
  }

  int keyLength(int at) {
    return prefix.length + rests.to(at) - rests.from(at);
  }

  /** Copies the key of an entry; gives its length. */
  int copyKey(int at, byte[] target) {
    System.arraycopy(prefix, 0, target, 0, prefix.length);
    return prefix.length + rests.copy(at, target, prefix.length);
  }

  boolean isRemoval(int at) {
    return removals != null && (removals[at >> 6] & 1L << (at & 63)) != 0;
  }

  /** The value of an entry; null if it is a removal. */
  byte[] value(int at) {
    return isRemoval(at) ? null : values.get(at);
  }

  /** The bytes of memory that this takes, about. */
  int weight() {
    return 64
        + prefix.length
        + rests.weight()
        + values.weight()
        + (removals == null ? 0 : 16 + 8 * removals.length);
  }
}
